import { type Fact, Facts } from '../../../parts/facts.tsx';
import { spellDay } from '../../../parts/instant.ts';
import { Named } from '../../../parts/named.tsx';
import { When } from '../../../parts/when.tsx';
import type { Appointment } from '../appointment-page.tsx';
import { APPOINTMENTS, DIRECTIONS, ENDS, SEAT_KINDS } from '../appointments.texts.ts';

const day = (label: string, value: string | null | undefined): Fact => [label, value ? spellDay(value) : null];
const instant = (label: string, at: string | null | undefined): Fact => [label, at ? <When at={at} /> : null];
const unitNamed = (label: string, unit: Appointment['unit']): Fact => [
  label,
  unit && <Named noun="unit" id={unit.id} name={unit.name} />,
];

const termOf = ({ startsAt, startsOn, endsOn }: Appointment): string => {
  const from = startsAt ?? startsOn;
  return from ? APPOINTMENTS.termOf(spellDay(from), spellDay(endsOn)) : APPOINTMENTS.until(spellDay(endsOn));
};

const neighbour = (label: string, one: Appointment['previous']): Fact => [
  label,
  one && <Named noun="appointment" id={one.id} name={APPOINTMENTS.neighbour(one.personName, one.stateLabel)} />,
];

/** On the way to the office. */
const ofTheWay = (one: Appointment): readonly Fact[] => [
  day(APPOINTMENTS.consent, one.consentOn),
  day(APPOINTMENTS.studied, one.studiedOn),
  [APPOINTMENTS.opinion, one.opinion],
  [APPOINTMENTS.document, one.documentNumber],
  [APPOINTMENTS.noticePlace, one.noticePlace],
  instant(APPOINTMENTS.noticeUntil, one.noticeUntil),
  [APPOINTMENTS.openObjections, one.openObjections ? APPOINTMENTS.objectionCount(one.openObjections) : null],
];

/** In office and out of it. */
const ofTheTerm = (one: Appointment): readonly Fact[] => [
  day(APPOINTMENTS.leave, one.leaveUntil),
  instant(APPOINTMENTS.reviewDue, one.reviewDueAt),
  [APPOINTMENTS.onNotice, one.onNotice ? APPOINTMENTS.onNoticeAbout : null],
  [APPOINTMENTS.endedBy, one.endedBy ? ENDS[one.endedBy] : null],
  instant(APPOINTMENTS.endedAt, one.endedBy ? one.endsAt : null),
  [APPOINTMENTS.remark, one.remark],
];

/** The seat, whoever takes it, and the term. */
export function AppointmentFacts({ appointment: one }: { readonly appointment: Appointment }) {
  const acting = one.actingName ? `，${APPOINTMENTS.acting(one.actingName)}` : '';
  return (
    <Facts
      facts={[
        [APPOINTMENTS.person, `${one.personName ?? APPOINTMENTS.nobody}${acting}`],
        [APPOINTMENTS.body, <Named key="body" noun="body" id={one.body.id} name={one.body.name} />],
        [APPOINTMENTS.kind, `${SEAT_KINDS[one.kind]}（${DIRECTIONS[one.direction]}）`],
        [APPOINTMENTS.duties, one.seat.duties],
        [APPOINTMENTS.term, termOf(one)],
        [APPOINTMENTS.termNo, APPOINTMENTS.termNth(one.termNo)],
        unitNamed(APPOINTMENTS.homeUnit, one.homeUnit),
        unitNamed(APPOINTMENTS.unit, one.unit),
        [APPOINTMENTS.place, `${one.street.label} ${one.community.label}`],
        ...ofTheWay(one),
        ...ofTheTerm(one),
        neighbour(APPOINTMENTS.previous, one.previous),
        neighbour(APPOINTMENTS.successor, one.successor),
      ]}
    />
  );
}
