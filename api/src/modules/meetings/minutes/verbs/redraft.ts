import { reason } from '../../../../kernel/field.ts';
import { meetingVerb } from '../../meeting/meeting.case.ts';
import { settlement } from '../signing.ts';

/** Objections that are open are settled by it: the units are asked anew to sign what becomes of it. */
export const redraft = meetingVerb('redraft', {
  label: '退回修改',
  about: 'Takes the minutes back to be changed; afterwards every unit signs the new version.',
  input: { reason: reason('What will be changed, and why.') },
  effect({ row, input, viewer, transaction }) {
    const how = `退回修改后重新会签：${input.reason}`;
    transaction.later(settlement(row, { unitId: null, how, personId: viewer.personId }, transaction.now));
    Object.assign(row, { objectionsOpen: 0, silencedAt: null });
    return { reason: input.reason, data: { n: row.headN } };
  },
});
