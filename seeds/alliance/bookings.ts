import { dayOf, startOfDay } from '../../api/src/kernel/calendar.ts';
import { bookingCase } from '../../api/src/modules/alliance/booking/booking.case.ts';
import type { BookingRow } from '../../api/src/modules/alliance/booking/booking.row.ts';
import { isOpenFor, weekdayOf, type Opening, type Span } from '../../api/src/modules/alliance/offer/offer.hours.ts';
import { isLoaned, partsOf } from '../../api/src/modules/alliance/offer/offer.row.ts';
import { Chronicle, type Act } from '../chronicle.ts';
import type { Figure } from '../people.seed.ts';
import { between, pick, uuidOf } from '../random.ts';
import type { Sql } from '../sql.ts';
import { PURPOSES } from './offer.templates.ts';
import { officeOf, type Member, type Offered } from './offers.ts';
import { officeHour, People, type Setting } from './setting.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Days from the beginning of the world on which somebody wants something: in the weeks before, and in the one to come. */
const WISHES = [-24, -17, -10, -3, -1, 2, 5, 9] as const;

/** Books every second offer now and then. */
export async function seedBookings(
  sql: Sql,
  setting: Setting,
  { offered, members }: { readonly offered: readonly Offered[]; readonly members: readonly Member[] },
): Promise<void> {
  const { calendar, random, until, verbs, figures } = setting;
  const chronicle = new Chronicle({ of: bookingCase, calendar, random, until, verbs });
  const people = new People(figures);
  const neighbours = Map.groupBy(members, ({ divisionCode }) => divisionCode);
  for (const [index, one] of offered.entries()) {
    if (index % 2 === 1 || !ON_THE_LIST.includes(one.row.state)) continue;
    const near = neighbours.get(one.row.communityCode ?? one.row.streetCode) ?? [];
    const others = near.filter(({ unitId }) => unitId !== one.row.unitId);
    for (const { span, turn } of slotsFor(one, index, until)) {
      const story = storyOf({ ...one, span, turn, booker: bookerOf(one, others, people, setting) }, people, setting);
      if (story) await chronicle.tell(story);
    }
  }
  await chronicle.write(sql);
}

const ON_THE_LIST = ['AVAILABLE', 'PAUSED'];

/** When it is wanted: every other wish comes true, and none on a day on which another one does. */
function slotsFor(one: Offered, index: number, until: Date): readonly { readonly span: Span; readonly turn: number }[] {
  const slots = WISHES.flatMap((days, turn) => {
    const span = (index + turn) % 2 === 0 ? slotFor(one, new Date(until.getTime() + days * DAY), turn) : null;
    return span ? [{ span, turn }] : [];
  });
  return [...new Map(slots.map((slot) => [dayOf(slot.span.from), slot])).values()];
}

/** A time of one or two hours in an opening on or after a day; things are lent for two days. */
function slotFor({ row, template }: Offered, from: Date, turn: number): Span | null {
  for (let next = 0; next < 7; next++) {
    const day = dayOf(new Date(from.getTime() + next * DAY));
    const opening = template.hours.find(({ weekday }) => weekday === weekdayOf(day));
    if (opening) return within(opening, startOfDay(day), { hours: 1 + (turn % 2), isLent: isLoaned(row), template });
  }
  return null;
}

interface Length {
  readonly hours: number;
  readonly isLent: boolean;
  readonly template: Offered['template'];
}

function within({ opens }: Opening, day: Date, { hours, isLent, template }: Length): Span | null {
  const from = new Date(day.getTime() + opens * 60_000 + HOUR);
  const to = new Date(from.getTime() + (isLent ? 2 * DAY : hours * HOUR));
  return isOpenFor(template.hours, isLent, { from, to }) ? { from, to } : null;
}

/** Another member, or now and then the office of the place. */
function bookerOf({ row }: Offered, others: readonly Member[], people: People, { random }: Setting): Figure {
  if (others.length === 0 || random() < 0.4) return officeOf(row.communityCode ?? row.streetCode, people);
  return people.at('UNIT_LIAISON', pick(random, others).unitId);
}

interface Wish extends Offered {
  readonly span: Span;
  readonly turn: number;
  readonly booker: Figure;
}

const TWO_DAYS = { unit: 'workdays', count: 2 } as const;

/** A booking from its first word on; null where the offer was not on the list yet. */
function storyOf({ row: offer, span, turn, booker }: Wish, people: People, { calendar, random, until }: Setting) {
  const wanted = Math.min(span.from.getTime() - 4 * DAY, until.getTime() - 3 * DAY);
  const at = officeHour(calendar, new Date(wanted), -between(random, 0, 2), between(random, 0, 300));
  const first = Math.min(until.getTime(), span.from.getTime() - 4 * HOUR);
  if (!offer.verifiedAt || at < offer.verifiedAt || at.getTime() >= first) return null;
  const inTwoDays = calendar.due(at, TWO_DAYS).due;
  const purpose = pick(random, PURPOSES[offer.kind]);
  const parts = partsFor(offer, turn);
  const row = {
    ...{ id: uuidOf(random, at), offerId: offer.id, offerUnitId: offer.unitId, personId: booker.id, purpose },
    ...{ ...sideOf(booker), ...parts, startsAt: span.from, endsAt: span.to, createdAt: at, returnedAt: null },
    declineUntil: inTwoDays < span.from ? inTwoDays : span.from,
    ...{ districtCode: offer.districtCode, streetCode: offer.streetCode, communityCode: offer.communityCode ?? null },
    ...{ needId: null, projectId: null, orderId: null },
  };
  const opened = { at, by: booker, effect: { data: { text: purpose, parts: parts.parts } } };
  const giver = people.at('UNIT_LIAISON', offer.unitId);
  return { row, opened, acts: actsOf({ span, at, booker, giver, isLent: isLoaned(offer), chance: random() }) };
}

const sideOf = ({ role, scope }: Figure) =>
  role === 'UNIT_LIAISON' ? { unitId: scope, bookerCode: null } : { unitId: null, bookerCode: scope };

/** A tenth of what can be had in parts. Each turn has parts of its own: loans of one week meet those of the next. */
function partsFor(offer: Offered['row'], turn: number) {
  const all = partsOf(offer);
  const parts = Math.max(1, Math.floor(all / 10));
  const first = 1 + (turn % Math.floor(all / parts)) * parts;
  return { parts, held: `{[${String(first)},${String(first + parts)})}` };
}

interface Course {
  readonly span: Span;
  readonly at: Date;
  readonly booker: Figure;
  readonly giver: Figure;
  readonly isLent: boolean;
  readonly chance: number;
}

/** Most take place; some are declined, some not needed after all, some things come back early. */
function actsOf({ span, at, booker, giver, isLent, chance }: Course): readonly Act<BookingRow>[] {
  const soon = new Date(Math.min(at.getTime() + 3 * HOUR, span.from.getTime() - HOUR / 2));
  if (chance < 0.07)
    return [{ action: 'decline', at: soon, by: giver, input: { reason: '当天单位另有活动，无法提供，请改约时间。' } }];
  if (chance < 0.14)
    return [{ action: 'cancel', at: soon, by: booker, input: { reason: '活动改期举行，原来的时间不再需要。' } }];
  const early = new Date(span.to.getTime() - 12 * HOUR);
  return isLent && chance < 0.4 ? [{ action: 'returnEarly', at: early, by: booker, input: { note: '完好' } }] : [];
}
