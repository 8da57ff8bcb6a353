import { codeOf } from '../../../platform/database/database.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { numberOfWeekday, type Weekday } from './offer.choices.ts';
import { sayHours, type Opening } from './offer.hours.ts';
import { offerReasons } from './offer.reasons.ts';

const READ = 'SELECT weekday, opens, closes FROM offer_hours WHERE offer_id = $1 ORDER BY weekday, opens';

/** When an offer is open. */
export const openingsOf = (offerId: string, transaction: Transaction): Promise<Opening[]> =>
  transaction.rows<Opening>('openings-of-offer', READ, [offerId]);

interface NewHours {
  readonly weekdays: readonly Weekday[];
  readonly opensAt: number | null;
  readonly closesAt: number | null;
}

const ADD = `INSERT INTO offer_hours (offer_id, weekday, opens, closes) SELECT $1::uuid, weekday, $3::smallint, $4::smallint
  FROM unnest($2::smallint[]) AS weekday`;
const EXCLUDED = '23P01';

/** Opens an offer on some days; nothing where nothing was said. The constraint decides whether two openings overlap. */
export async function addOpenings(offerId: string, hours: NewHours, transaction: Transaction): Promise<void> {
  const { weekdays, opensAt, closesAt } = hours;
  const given = [weekdays.length > 0, opensAt !== null, closesAt !== null];
  if (given.every((one) => !one)) return;
  const path = ['input', 'closesAt'];
  if (opensAt === null || closesAt === null || weekdays.length === 0)
    return offerReasons.refuse('OFFER_HOURS_INCOMPLETE', { path });
  if (closesAt <= opensAt) offerReasons.refuse('OFFER_HOURS_ORDER', { path });
  const known = await openingsOf(offerId, transaction);
  const values = [offerId, weekdays.map(numberOfWeekday), opensAt, closesAt];
  transaction.later({ name: 'open-offer', text: ADD, values }, (error) =>
    codeOf(error) === EXCLUDED
      ? offerReasons.refusal('OFFER_HOURS_OVERLAP', {
          ...{ path: ['input', 'opensAt'], values: { hours: sayHours(known) } },
        })
      : null,
  );
}

const CLEAR =
  'DELETE FROM offer_hours WHERE offer_id = $1 AND (cardinality($2::smallint[]) = 0 OR weekday = ANY ($2::smallint[]))';

/** Takes the openings of some days away; of all days when none is named. */
export function clearOpenings(offerId: string, weekdays: readonly Weekday[], transaction: Transaction): void {
  transaction.later({ name: 'clear-offer-hours', text: CLEAR, values: [offerId, weekdays.map(numberOfWeekday)] });
}
