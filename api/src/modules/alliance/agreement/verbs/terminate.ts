import { days } from '../../../../kernel/limit.ts';
import { reason } from '../../../../kernel/field.ts';
import { obligationsOf } from '../../../../platform/process/obligations.ts';
import { agreementVerb } from '../agreement.case.ts';
import { sideOf } from '../agreement.policy.ts';
import { reasons } from '../agreement.reasons.ts';
import { endOf, refuseOver } from '../agreement.term.ts';

const NOTICE = days(30);
/** So many things still owed are named. */
const NAMED = 3;

export const terminate = agreementVerb('terminate', {
  label: '提出终止',
  about: 'Gives notice of thirty days; what the unit has taken on must be finished or handed over first.',
  input: { reason: reason('Why the agreement is ended.') },
  async effect({ row, input, viewer, now, transaction }) {
    refuseOver(row, now);
    const divisionCode = row.communityCode ?? row.streetCode;
    const owed = await obligationsOf({ unitId: row.unitId, divisionCode }, transaction);
    const first = owed.slice(0, NAMED).map(({ label }) => label).join('、'); // prettier-ignore
    if (owed.length > 0) reasons.refuse('AGREEMENT_UNIT_OWES', { values: { count: owed.length, first } });
    const notice = transaction.calendar.due(now, NOTICE).due;
    row.noticeEndsAt = notice < endOf(row) ? notice : endOf(row);
    row.noticeSide = sideOf(row, viewer);
    return { reason: input.reason, data: { side: row.noticeSide, endsAt: row.noticeEndsAt.toISOString() } };
  },
});
