import { dayOf, endOfDay } from '../../api/src/kernel/calendar.ts';
import type { AppointmentRow } from '../../api/src/modules/appointments/appointment/appointment.row.ts';
import { yearAfter } from '../../api/src/modules/appointments/appointment/appointment.term.ts';
import type { Act } from '../chronicle.ts';
import { between, pick, uuidOf } from '../random.ts';
import { REVIEWS, TOPICS, WHY_ENDED } from './sentences.ts';
import type { Telling } from './way.ts';

type AppointmentAct = Act<AppointmentRow>;
const DAY = 86_400_000;
const KINDS = [
  ['consult', 'CONSULT'],
  ['report', 'REPORT'],
  ['dispatch', 'DISPATCH'],
] as const;
const ENDS = [
  ['resign', 'RESIGNED', 'nominee'],
  ['transfer', 'TRANSFERRED', 'homeHead'],
  ['recall', 'RECALLED', 'homeHead'],
  ['remove', 'REMOVED', 'street'],
] as const;

/** What is done in office from the day of the letter on, until now or until the term is over. */
export function service(telling: Telling, from: Date): AppointmentAct[] {
  const over = Math.min(telling.until.getTime(), endOfDay(telling.endsOn).getTime());
  const last = leaving(telling);
  const end = new Date(Math.min(over, last[0]?.at.getTime() ?? over) - DAY);
  const acts = [...records(telling, from, end), ...reviews(telling, from, end)];
  return [...acts.toSorted((one, other) => one.at.getTime() - other.at.getTime()), ...last];
}

/** A sign of life each quarter; a few let one slip. */
function records({ id, parties, schedule, calendar, random, hang }: Telling, from: Date, end: Date): AppointmentAct[] {
  const acts: AppointmentAct[] = [];
  const next = (moment: Date) => schedule.after(new Date(moment.getTime() + between(random, 45, 95) * DAY));
  for (let at = next(from); at < end; at = next(at)) {
    const [action, kind] = pick(random, KINDS);
    const topics = pick(random, TOPICS);
    const heldOn = dayOf(at);
    const recorded = { id: uuidOf(random, at), appointment_id: id, kind, held_on: heldOn, topics, refers_to: [] };
    hang('appointment_record', { ...recorded, person_id: parties.nominee.id, at });
    const due = calendar.due(at, { unit: 'days', count: 92 }).due;
    acts.push({
      ...{ action, at, by: parties.nominee },
      effect: {
        ...(action === 'consult' ? {} : { clocks: { consult: due } }),
        data: { kind, heldOn, text: topics, refersTo: [] },
      },
    });
  }
  return acts;
}

/** Each year from both sides. */
function reviews({ id, parties, schedule, random, hang }: Telling, from: Date, end: Date): AppointmentAct[] {
  const first = schedule.after(new Date(from.getTime() + between(random, 335, 350) * DAY));
  const second = schedule.after(first, 3);
  if (second >= end) return [];
  const sides = [
    ['BODY', parties.bodyHead, first],
    ['HOME', parties.homeHead, second],
  ] as const;
  return sides.map(([side, by, at], index) => {
    const [score, text] = [between(random, 3, 5), pick(random, REVIEWS)];
    hang('appointment_review', { appointment_id: id, year: 1, side, score, text, person_id: by.id, at });
    return {
      ...{ action: 'review', at, by, effect: { data: { year: 1, side, score, text } } },
      change: (row) => void (index === 1 && Object.assign(row, { reviewDueAt: yearAfter(row.reviewDueAt!) })),
    };
  });
}

/** How the person leaves, for a time or for good. */
function leaving(telling: Telling): AppointmentAct[] {
  const { plot, schedule, until } = telling;
  if (plot === 'SUSPENDED') return [away(telling, schedule.after(new Date(until.getTime() - 12 * DAY)))];
  if (plot === 'VACATED') return [ended(telling, schedule.after(new Date(until.getTime() - 9 * DAY)))];
  if (plot !== 'ENDED') return [];
  const at = schedule.after(new Date(until.getTime() - 80 * DAY));
  const reason = '任期所剩不多，待换届时一并选派。';
  return [
    ended(telling, at),
    { action: 'leaveVacant', at: schedule.after(at, 4), by: telling.parties.secretary, effect: { reason } },
  ];
}

function away({ parties, until }: Telling, at: Date): AppointmentAct {
  const leaveUntil = dayOf(new Date(until.getTime() + 25 * DAY));
  const reason = '外出参加脱产培训，培训期间由同事代理。';
  return {
    ...{ action: 'leave', at, by: parties.bodyHead },
    change: (row) => Object.assign(row, { actingPersonId: parties.standIn.id, leaveUntil }),
    effect: { reason, data: { until: leaveUntil, actingPersonId: parties.standIn.id } },
  };
}

function ended({ parties, random }: Telling, at: Date): AppointmentAct {
  const [action, endedBy, who] = pick(random, ENDS);
  const reason = WHY_ENDED[endedBy];
  return {
    ...{ action, at, by: parties[who] },
    change: (row) => Object.assign(row, { endedBy, remark: reason, endsAt: at }),
    effect: { reason, data: { endedBy } },
  };
}
