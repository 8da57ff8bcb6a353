import { ShortList } from '../../../parts/case-list.tsx';
import { spellDay } from '../../../parts/instant.ts';
import { When } from '../../../parts/when.tsx';
import { Sheet } from '../../../shell/page.tsx';
import type { Appointment } from '../appointment-page.tsx';
import { APPOINTMENT_SIDES, APPOINTMENTS, RECORDS } from '../appointments.texts.ts';

interface Props {
  readonly appointment: Appointment;
}

/** What somebody did in office. */
export function Records({ appointment: { state, records } }: Props) {
  if (records.length === 0 && state !== 'ACTIVE' && state !== 'SUSPENDED') return null;
  const lines = records.map(({ id, kind, heldOn, topics, recordedBy }) => ({
    ...{ id, title: topics, state: RECORDS[kind] },
    about: [spellDay(heldOn), recordedBy && APPOINTMENTS.recordedBy(recordedBy)],
  }));
  return (
    <Sheet title={APPOINTMENTS.records}>
      <ShortList lines={lines} empty={APPOINTMENTS.noRecords} />
    </Sheet>
  );
}

/** What both sides thought of it, year by year. */
export function Reviews({ appointment: { reviews } }: Props) {
  if (reviews.length === 0) return null;
  const lines = reviews.map(({ year, side, score, text, reviewer, at }) => ({
    ...{ id: `${String(year)}${side}`, title: text, state: APPOINTMENTS.score(score) },
    about: [APPOINTMENTS.reviewOf(year, APPOINTMENT_SIDES[side]), reviewer, <When key="at" at={at} />],
  }));
  return (
    <Sheet title={APPOINTMENTS.reviews}>
      <ShortList lines={lines} empty="" />
    </Sheet>
  );
}

const foundOf = (upheld: boolean | null) =>
  upheld === null ? APPOINTMENTS.open : upheld ? APPOINTMENTS.upheld : APPOINTMENTS.dismissed;

/** What people said against it while it was public. */
export function Objections({ appointment: { objections } }: Props) {
  if (objections.length === 0) return null;
  const lines = objections.map(({ id, text, at, upheld, finding }) => ({
    ...{ id, title: text, state: foundOf(upheld) },
    about: [<When key="at" at={at} />, finding && APPOINTMENTS.finding(finding)],
  }));
  return (
    <Sheet title={APPOINTMENTS.objections}>
      <ShortList lines={lines} empty="" />
    </Sheet>
  );
}
