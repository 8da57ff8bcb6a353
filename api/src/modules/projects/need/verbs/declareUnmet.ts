import { reason } from '../../../../kernel/field.ts';
import { needVerb } from '../need.case.ts';

export const declareUnmet = needVerb('declareUnmet', {
  label: '暂不能满足',
  about: 'The street says that nobody can give it at present, and why; it may come before the joint meeting.',
  input: { reason: reason('Why nobody can give it.') },
  effect: ({ input }) => ({ reason: input.reason }),
});
