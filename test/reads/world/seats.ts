import { v7 } from 'uuid';
import { appointmentProcess } from '../../../api/src/modules/appointments/appointment/appointment.process.ts';
import { COMMUNITY, DISTRICT, OTHER_COMMUNITY, STREET } from '../../support/world.ts';
import { write } from './offers.ts';
import type { RichCast } from './rich-world.ts';

const day = (days: number, rest = '') => new Date(Date.UTC(2026, 10, 2 + days, 3)).toISOString().replace('Z', `${rest}Z`); // prettier-ignore
const date = (days: number) => day(days).slice(0, 10);
const STATES = Object.keys(appointmentProcess.states);
const SEATS = [
  ['COMMUNITY_COMMITTEE', 'PART_TIME_MEMBER', 'INBOUND', null],
  ['UNIT_PARTY', 'PARTY_ADVISER', 'OUTBOUND', null],
  ['PROPERTY_COMMITTEE', 'POLICE', 'INBOUND', 'POLICE'],
  ['SELF_GOVERNING_BODY', 'RESIDENT_MEMBER', 'OWN', null],
] as const;

/** Bodies of two communities and of a unit, seats of all directions, and in each of them an appointment in every state. */
export async function bodiesAndSeats(rich: RichCast): Promise<void> {
  const { world, unitId, extraUnitId, everybody } = rich;
  const people = [everybody.claiming, everybody.community, everybody.orderer, everybody.lead].map(({ who }) => who.id);
  const places = [COMMUNITY, OTHER_COMMUNITY];
  const bodies = SEATS.flatMap(([kind], k) =>
    places.slice(kind === 'UNIT_PARTY' ? 1 : 0).map((code) => ({
      ...{ id: v7(), kind, name: `"演示"组织\\${String(k)}`, district_code: DISTRICT, street_code: STREET },
      ...(kind === 'UNIT_PARTY' ? { unit_id: unitId } : { division_code: code }),
      ...{ community_code: code, term_ends_on: date(900 + k), founded_at: day(-90, '456') },
    })),
  );
  await write(world, 'body', bodies);
  const seats = bodies.flatMap((body, b) =>
    STATES.map((_state, s) => {
      const [, kind, direction, source] = SEATS.find(([of]) => of === body.kind)!;
      return {
        ...{ id: v7(), body_id: body.id, direction, kind, source, duties: `职责\n"${String(s)}"` },
        ...{ community_code: places[(b + s) % 2], opened_at: day(-80), closed_at: s % 7 ? null : day(-1, '001') },
      };
    }),
  );
  await write(world, 'seat', seats);
  const appointments = seats.map((seat, n) => appointmentOf(seat, n, { units: [unitId, extraUnitId], people }));
  await write(world, 'appointment', appointments);
  await hang(rich, appointments);
} // prettier-ignore

interface Seated {
  readonly id: string;
  readonly body_id: string;
  readonly direction: string;
  readonly kind: string;
  readonly community_code: string | undefined;
}

/** An appointment in one of the states, of many forms. */
// eslint-disable-next-line complexity -- every column is there and not there
function appointmentOf(seat: Seated, n: number, { units, people }: { units: readonly [string, string]; people: readonly string[] }) {
  const state = STATES[n % STATES.length]!;
  const begun = ['ACCEPTED', 'ACTIVE', 'SUSPENDED', 'VACATED', 'EXPIRED', 'ENDED'].includes(state);
  return {
    ...{ id: v7(), state, version: 1, entered_at: day(-n, '123'), yellow_at: n % 2 ? day(n) : null, due_at: n % 3 ? day(n) : null },
    ...{ district_code: DISTRICT, street_code: STREET, community_code: seat.community_code, seat_id: seat.id },
    ...{ body_id: seat.body_id, direction: seat.direction, kind: seat.kind, title: `组织·"席位"${String(n)}` },
    ...(seat.direction === 'OUTBOUND' ? { unit_id: units[n % 2 ? 0 : 1] } : {}),
    ...(seat.direction === 'INBOUND' && (n % 4 || begun) ? { home_unit_id: units[n % 2 ? 0 : 1] } : {}),
    ...{ home_unit_named: n % 5 === 0, person_id: state === 'SEAT_OPEN' ? null : people[n % 4], consent_on: date(-30) },
    ...{ studied_on: n % 2 ? date(-20) : null, opinion: n % 3 ? '同意' : null, document_number: n % 2 ? '〔2026〕1号' : null },
    ...{ remark: n % 3 ? null : '理由"说明"', notice_place: '公示栏', notice_until: day(5), open_objections: n % 2 },
    ...{ term_no: 1, ends_on: date(n % 2 ? 300 : 40), on_notice: n % 4 === 0, acting_person_id: state === 'SUSPENDED' ? people[(n + 1) % 4] : null },
    ...(begun ? { starts_at: day(-60), ends_at: day(n % 2 ? 300 : 40, '789'), review_due_at: day(305) } : {}),
    ...{ leave_until: state === 'SUSPENDED' ? date(10) : null, ended_by: state === 'EXPIRED' ? 'EXPIRED' : null, created_at: day(-70) },
  };
} // prettier-ignore

interface Kept {
  readonly id: string;
  readonly seat_id: string;
  readonly body_id: string;
  readonly starts_at?: string;
}

/** Terms, records, reviews and objections. */
async function hang({ world, everybody }: RichCast, appointments: readonly Kept[]): Promise<void> {
  const served = appointments.filter(({ starts_at }) => starts_at);
  const people = (await world.people(served.map(() => ['UNIT_LIAISON', everybody.lead.who.scope] as const))).map(
    ({ who }) => who.id,
  );
  const terms = served.map(({ id, seat_id, body_id }, n) => ({
    ...{
      appointment_id: id,
      seat_id,
      body_id,
      person_id: n % 6 ? people[n] : everybody.orderer.who.id,
      acting: n % 4 === 1,
    },
    term: `[${day(-60 - n, '123456').replace('Z', 'Z')},${day(n % 3 ? 90 : -1)})`,
  }));
  await write(world, 'seat_term', terms.filter(({ body_id }, n) => n % 6 > 0 || terms.findIndex((one) => one.body_id === body_id) === n)); // prettier-ignore
  const records = served.flatMap(({ id }, n) =>
    (['CONSULT', 'REPORT', 'DISPATCH'] as const).slice(n % 3).map((kind) => ({
      ...{ id: v7(), appointment_id: id, kind, held_on: date(-n), topics: `事项\n"${String(n)}"` },
      ...{
        refers_to: n % 2 ? [] : ['610303-"1"', '〔2026〕3号'],
        person_id: everybody.lead.who.id,
        at: day(-n, '001'),
      },
    })),
  );
  await write(world, 'appointment_record', records);
  const reviews = served.flatMap(({ id }, n) =>
    (['BODY', 'HOME'] as const).slice(n % 2).map((side) => ({
      ...{ appointment_id: id, year: 1 + (n % 2), side, score: 1 + (n % 5), text: '评语', person_id: everybody.lead.who.id, at: day(-n) },
    })),
  ); // prettier-ignore
  await write(world, 'appointment_review', reviews);
  const objections = appointments.flatMap(({ id }, n) =>
    [everybody.orderer, everybody.community].slice(n % 3).map(({ who }) => ({
      ...{ id: v7(), appointment_id: id, person_id: who.id, text: `异议"${String(n)}"`, at: day(-1) },
      ...(n % 2 ? { upheld: n % 4 === 1, finding: '结论', settled_by: everybody.committee.who.id, settled_at: day(0) } : {}),
    })),
  ); // prettier-ignore
  await write(world, 'appointment_objection', objections);
}
