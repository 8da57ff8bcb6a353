import { needVerb } from '../need.case.ts';
import { resultOfProject } from '../need.projects.ts';

/** The project that answered the need is closed off. */
export const settle = needVerb('settle', {
  label: '项目完成',
  about: 'The project that answered the need is closed off: those who wanted it have it.',
  async effect({ row, now, transaction }) {
    const { result, title } = await resultOfProject(row, transaction);
    Object.assign(row, { result, fulfilledAt: now });
    return { data: { text: title } };
  },
});
