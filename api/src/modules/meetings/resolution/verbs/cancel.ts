import { reason } from '../../../../kernel/field.ts';
import { resolutionVerb } from '../resolution.case.ts';

export const cancel = resolutionVerb('cancel', {
  label: '取消交办',
  about: 'The street takes it back after an objection.',
  input: { reason: reason('Why nobody shall do it.', '取消理由') },
  effect: ({ input }) => ({ reason: input.reason }),
});
