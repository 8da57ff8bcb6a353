import { reason } from '../../../../kernel/field.ts';
import { needVerb } from '../need.case.ts';

export const withdraw = needVerb('withdraw', {
  label: '撤回需求',
  about: 'The need is not wanted any more.',
  input: { reason: reason('Why it is not wanted any more.') },
  effect: ({ input }) => ({ reason: input.reason }),
});
