import { reason } from '../../../../kernel/field.ts';
import { offerVerb } from '../offer.case.ts';

export const sendBack = offerVerb('sendBack', {
  label: '退回修改',
  about: 'Sends the offer back to the unit, which must mend it; the clock of the office stops until then.',
  input: { reason: reason('What must be mended.') },
  effect({ row, input, now }) {
    row.sentBackAt = now;
    return { reason: input.reason };
  },
});
