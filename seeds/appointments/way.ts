import { dayOf, endOfDay, type WorkingCalendar } from '../../api/src/kernel/calendar.ts';
import { workdays } from '../../api/src/kernel/limit.ts';
import type { AppointmentRow } from '../../api/src/modules/appointments/appointment/appointment.row.ts';
import { yearAfter } from '../../api/src/modules/appointments/appointment/appointment.term.ts';
import type { Act } from '../chronicle.ts';
import type { Figure } from '../people.seed.ts';
import { pick, uuidOf, type Random } from '../random.ts';
import type { TableRow } from '../rows.ts';
import type { Plot } from './plots.ts';
import type { Schedule } from './schedule.ts';
import { FINDING, OBJECTION, OPINIONS } from './sentences.ts';

/** The people of one appointment. */
export interface Parties {
  readonly sender: Figure;
  /** Who answers for the body, and for whoever sends. */
  readonly bodyHead: Figure;
  readonly homeHead: Figure;
  readonly secretary: Figure;
  readonly worker: Figure;
  readonly street: Figure;
  readonly nominee: Figure;
  readonly standIn: Figure;
  readonly objector: Figure;
}

export interface Telling {
  readonly id: string;
  readonly plot: Plot;
  readonly parties: Parties;
  readonly homeUnitId: string | null;
  readonly endsOn: string;
  readonly document: string;
  readonly schedule: Schedule;
  readonly calendar: WorkingCalendar;
  readonly random: Random;
  readonly until: Date;
  /** Rows that hang on the appointment, by table. */
  readonly hang: (table: string, row: TableRow) => void;
}

type AppointmentAct = Act<AppointmentRow>;
const NOTICE = workdays(5);
const ENDS_AT: Partial<Record<Plot, number>> = { SEAT_OPEN: 0, NOMINATED: 1, STUDIED: 2, APPROVED: 3 };

/** From the open seat to the public notice, as far as the plot goes. */
export function wayTo(telling: Telling): AppointmentAct[] {
  const { plot, parties, schedule, homeUnitId, document, random } = telling;
  if (plot === 'CLOSED') return [closing(telling)];
  const { nominee } = parties;
  const opinion = pick(random, OPINIONS);
  const acts: AppointmentAct[] = [
    {
      ...{ action: 'nominate', at: schedule.on(2), by: parties.sender },
      change: (row, at) => Object.assign(row, { personId: nominee.id, consentOn: dayOf(at), homeUnitId }),
      effect: { data: { nomineeId: nominee.id, homeUnitId } },
    },
    {
      ...{ action: 'study', at: schedule.on(5), by: parties.bodyHead },
      change: (row, at) => Object.assign(row, { studiedOn: dayOf(at), opinion }),
      effect: { data: { text: opinion } },
    },
    {
      ...{ action: 'approve', at: schedule.on(8), by: parties.street },
      change: (row) => Object.assign(row, { documentNumber: document }),
      effect: { data: { documentNumber: document } },
    },
  ];
  const end = ENDS_AT[plot];
  return end === undefined ? [...acts, publicise(telling), ...notice(telling)] : acts.slice(0, end);
}

const closing = ({ parties, schedule }: Telling): AppointmentAct => ({
  ...{ action: 'closeSeat', at: schedule.on(12), by: parties.secretary },
  change: (row) => Object.assign(row, { remark: '经联系暂无合适人选，待下次换届再行选派。' }),
  effect: { reason: '经联系暂无合适人选，待下次换届再行选派。' },
});

function publicise({ parties, schedule, calendar }: Telling): AppointmentAct {
  const place = '社区党务公开栏';
  return {
    ...{ action: 'publicise', at: schedule.on(9), by: parties.worker },
    change: (row, at) => Object.assign(row, { noticePlace: place, noticeUntil: calendar.due(at, NOTICE).due }),
    effect: { data: { place } },
  };
}

/** What is said during the notice. */
function notice({ id, plot, parties, schedule, random, until, hang }: Telling): AppointmentAct[] {
  if (plot !== 'REFUSED' && plot !== 'OBJECTED') return [];
  const [at, settledAt] = [schedule.on(11), schedule.on(13)];
  if (at > until) return [];
  const objectionId = uuidOf(random, at);
  const { objector, street } = parties;
  const isSettled = plot === 'REFUSED' && settledAt <= until;
  const settled = { upheld: true, finding: FINDING, settled_by: street.id, settled_at: settledAt };
  const objection = { id: objectionId, appointment_id: id, person_id: objector.id, text: OBJECTION, at };
  hang('appointment_objection', { ...objection, ...(isSettled ? settled : {}) });
  const data = { objectionId, objectorId: objector.id };
  const objects: AppointmentAct = {
    ...{ action: 'objectTo', at, by: objector },
    change: (row) => Object.assign(row, { openObjections: 1 }),
    effect: { data: { objectionId } },
  };
  const upheld: AppointmentAct = {
    ...{ action: 'upholdObjection', at: settledAt, by: street },
    change: (row) => Object.assign(row, { openObjections: 0, remark: FINDING }),
    effect: { reason: FINDING, data },
  };
  return plot === 'REFUSED' ? [objects, upheld] : [objects];
}

/** The letter: accepted, or not. */
export function letter(telling: Telling): AppointmentAct[] {
  const { plot, parties, schedule, calendar, endsOn, until } = telling;
  const at = schedule.after(calendar.due(schedule.on(9), NOTICE).due, 2);
  const by = parties.nominee;
  if (plot === 'DECLINED') {
    const reason = '近期家庭事务较多，难以保证履职时间，谢谢组织信任。';
    return [{ action: 'decline', at, by, change: (row) => Object.assign(row, { remark: reason }), effect: { reason } }];
  }
  const startsAt = plot === 'ACCEPTED' ? new Date(endOfDay(dayOf(until)).getTime() + 9 * 86_400_000) : at;
  const endsAt = endOfDay(endsOn);
  return [
    {
      ...{ action: 'accept', at, by },
      change: (row) => Object.assign(row, { startsAt, endsAt, reviewDueAt: yearAfter(startsAt) }),
      effect: {
        ...(plot === 'ACCEPTED' ? {} : { then: 'takeOffice' }),
        data: { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
      },
    },
  ];
}
