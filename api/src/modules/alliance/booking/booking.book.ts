import { sayTime } from '../../../kernel/said-time.ts';
import type { Viewer } from '../../../kernel/viewer.ts';
import { unitOf } from '../../../kernel/viewer.ts';
import { codeOf } from '../../../platform/database/database.ts';
import { lockCase } from '../../../platform/process/lock.ts';
import type { Case } from '../../../platform/process/case.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { offerCase } from '../offer/offer.case.ts';
import { isOpenFor, sayHours, type Span } from '../offer/offer.hours.ts';
import { openingsOf } from '../offer/offer.openings.ts';
import { isVisible, mayBook } from '../offer/offer.policy.ts';
import { offerProcess } from '../offer/offer.process.ts';
import { isLoaned, partsOf, type OfferRow } from '../offer/offer.row.ts';
import { AHEAD_DAYS, LONGEST_DAYS } from './booking.process.ts';
import { bookingReasons } from './booking.reasons.ts';
import { BookingSchema, type BookingRow } from './booking.row.ts';
import { countOf, freeParts, LOOK_AHEAD_DAYS, lowest, nextFree, readParts, writeParts, type Bookable, type Held, type Parts } from './free-time.ts'; // prettier-ignore

/** What somebody wants of an offer. */
export interface Wanted {
  readonly offerId: string;
  readonly from: Date;
  readonly to: Date;
  readonly parts: number;
  readonly purpose: string;
}

/** From what the booking follows. */
export interface Cause {
  readonly needId?: string | null;
  readonly projectId?: string | null;
  readonly orderId?: string | null;
}

interface Booking {
  readonly id: string;
  readonly wanted: Wanted;
  readonly cause: Cause;
  readonly viewer: Viewer;
  readonly transaction: Transaction;
}

const DAY = 86_400_000;
const TO_DECLINE = { unit: 'workdays', count: 2 } as const;

/** Books an offer, or refuses with the next time at which it could be had. */
export async function book({ id, wanted, cause, viewer, transaction }: Booking): Promise<BookingRow> {
  const { now, calendar } = transaction;
  refuseTimes(wanted, now);
  const { offer, ...known } = await lockOffer(wanted, viewer, transaction);
  const held = partsFor(wanted, known);
  const unitId = unitOf(viewer);
  const inTwoDays = calendar.due(now, TO_DECLINE).due;
  const row = transaction.em.create(BookingSchema, {
    ...{ id, state: 'RESERVED', version: 1, enteredAt: now, createdAt: now },
    ...{ offerId: offer.id, offerUnitId: offer.unitId, unitId, personId: viewer.personId! },
    ...{ bookerCode: unitId === null ? viewer.post!.scope : null, purpose: wanted.purpose },
    ...{ startsAt: wanted.from, endsAt: wanted.to, held: writeParts(held), parts: wanted.parts },
    declineUntil: inTwoDays < wanted.from ? inTwoDays : wanted.from,
    ...{ districtCode: offer.districtCode, streetCode: offer.streetCode, communityCode: offer.communityCode ?? null },
    ...{ needId: cause.needId ?? null, projectId: cause.projectId ?? null, orderId: cause.orderId ?? null },
  });
  await transaction.em
    .persist(row)
    .flush()
    .catch((error: unknown) => refuseTaken(error, wanted));
  return row;
}

const EXCLUDED = '23P01';

/** The constraint is the proof that nothing is promised twice, whatever was read before. */
function refuseTaken(error: unknown, { parts }: Wanted): never {
  if (codeOf(error) !== EXCLUDED) throw error;
  const values = { wanted: parts, free: 0, days: LOOK_AHEAD_DAYS };
  return bookingReasons.refuse('BOOKING_TAKEN_LONG', { path: ['input', 'from'], values });
}

function refuseTimes({ from, to }: Span, now: Date): void {
  const path = ['input', 'from'];
  if (to <= from) bookingReasons.refuse('BOOKING_TIME_ORDER', { path: ['input', 'to'] });
  if (from <= now) bookingReasons.refuse('BOOKING_TIME_PAST', { path });
  if (to.getTime() - from.getTime() > LONGEST_DAYS * DAY)
    bookingReasons.refuse('BOOKING_TOO_LONG', { path: ['input', 'to'], values: { days: LONGEST_DAYS } });
  if (from.getTime() - now.getTime() > AHEAD_DAYS * DAY)
    bookingReasons.refuse('BOOKING_TOO_EARLY', { path, values: { days: AHEAD_DAYS } });
}

/** What is known of an offer while nobody else can book it. */
interface Known {
  readonly offer: OfferRow;
  readonly bookable: Bookable;
  readonly held: readonly Held[];
}

const HELD = `SELECT starts_at AS "from", ends_at AS "to", held::text AS held FROM booking
  WHERE offer_id = $1 AND state IN ('RESERVED', 'IN_USE') AND ends_at > $2`;

/** Puts those who book one offer in line, and reads after the lock what the others before have left. */
async function lockOffer({ offerId, from }: Wanted, viewer: Viewer, transaction: Transaction): Promise<Known> {
  const of = offerCase as unknown as Case;
  const [row, links, openings, held] = await Promise.all([
    lockCase(of, offerId, transaction),
    offerCase.policy.links({ id: offerId }, viewer, transaction),
    openingsOf(offerId, transaction),
    transaction.rows<Span & { held: string }>('held-parts', HELD, [offerId, from]),
  ]);
  const path = ['input', 'offerId'];
  const offer = row as unknown as OfferRow | null;
  if (!offer || !isVisible(offer, viewer, links)) return bookingReasons.refuse('BOOKING_OFFER_UNKNOWN', { path });
  if (!mayBook(offer, viewer, links)) bookingReasons.refuse('BOOKING_NOT_FOR_YOU', { path });
  if (offer.state !== 'AVAILABLE')
    bookingReasons.refuse('BOOKING_OFFER_CLOSED', { path, values: { state: offerProcess.states[offer.state][0] } });
  const bookable = { openings, loaned: isLoaned(offer), parts: partsOf(offer) };
  return { offer, bookable, held: held.map((one) => ({ ...one, parts: readParts(one.held) })) };
}

function partsFor(wanted: Wanted, { bookable, held }: Omit<Known, 'offer'>): Parts {
  const { parts } = wanted;
  const path = ['input', 'from'];
  const { openings, loaned, parts: most } = bookable;
  if (parts > most) bookingReasons.refuse('BOOKING_TOO_MANY', { path: ['input', 'parts'], values: { most } });
  const next = () => nextFree(bookable, held, wanted, parts);
  if (!isOpenFor(openings, loaned, wanted)) {
    const at = next();
    const values = { hours: sayHours(openings), days: LOOK_AHEAD_DAYS, next: at ? sayTime(at) : '' };
    bookingReasons.refuse(at ? 'BOOKING_NOT_OPEN' : 'BOOKING_NOT_OPEN_LONG', { path, values });
  }
  const free = freeParts(most, held, wanted);
  const chosen = lowest(free, parts);
  if (chosen) return chosen;
  const at = next();
  const values = { wanted: parts, free: countOf(free), days: LOOK_AHEAD_DAYS, next: at ? sayTime(at) : '' };
  return bookingReasons.refuse(at ? 'BOOKING_TAKEN' : 'BOOKING_TAKEN_LONG', { path, values });
}
