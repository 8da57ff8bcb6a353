import { reason } from '../../../../kernel/field.ts';
import { needVerb } from '../need.case.ts';

export const republish = needVerb('republish', {
  label: '重新发布',
  about: 'Something has changed: the need is on the list again.',
  input: { reason: reason('What has changed.') },
  effect: ({ input }) => ({ reason: input.reason }),
});
