import { expect, it } from '@jest/globals';
import type pg from 'pg';
import { appointmentProcess } from '../../api/src/modules/appointments/appointment/appointment.process.ts';

const AT = '2026-11-22T16:00:00Z';

/** What must hold of the bodies and seats of a demo world that begins on this day. */
export function seatsOfDemo(sql: () => pg.Client): void {
  const rowsOf = async <Row extends pg.QueryResultRow>(text: string) => (await sql().query<Row>(text)).rows;
  const numberOf = async (text: string) => (await rowsOf<{ n: number }>(`SELECT (${text})::integer AS n`))[0]!.n;

  it('people of the demo world stand in all states, some of them with a term that ends within sixty days', async () => {
  const states = await rowsOf<{ state: string; n: number }>('SELECT state, count(*)::integer AS n FROM appointment GROUP BY 1 ORDER BY 1');
  expect(states.map(({ state }) => state)).toEqual(Object.keys(appointmentProcess.states).toSorted());
  expect(await numberOf(`SELECT count(*) FROM appointment WHERE state = 'ACTIVE' AND ends_at < '${AT}'::timestamptz + interval '60 days'`)).toBeGreaterThan(10);
  expect(await numberOf(`SELECT count(*) FROM event e JOIN appointment a ON a.id = e.subject_id WHERE e.at > '${AT}'`)).toBe(0);
  expect(await numberOf(`SELECT count(*) FROM process_clock WHERE noun = 'appointment' AND next_at <= '${AT}'`)).toBe(0);
}); // prettier-ignore

  it('whoever is in office there holds seat and post for the term, and nobody else does', async () => {
  const inOffice = `SELECT count(*) FROM appointment WHERE state IN ('ACTIVE', 'SUSPENDED')`;
  expect(await numberOf(`SELECT count(*) FROM seat_term WHERE term @> '${AT}'::timestamptz`)).toBe(await numberOf(inOffice));
  expect(await numberOf(`SELECT count(*) FROM post WHERE role IN ('COMMITTEE_MEMBER', 'PARTY_ADVISER')`)).toBe(await numberOf('SELECT count(post_id) FROM seat_term'));
  expect(await numberOf(`SELECT count(*) FROM seat_term t JOIN post p ON p.id = t.post_id WHERE tstzrange(p.starts_at, p.ends_at) <> t.term OR p.person_id <> t.person_id`)).toBe(0);
  // Nobody came from a unit before it had an agreement.
  expect(await numberOf(`SELECT count(*) FROM appointment a WHERE a.home_unit_id IS NOT NULL AND NOT EXISTS (SELECT FROM alliance_member m
    JOIN alliance n ON n.id = m.alliance_id WHERE m.unit_id = a.home_unit_id AND n.division_code IN (a.community_code, a.street_code) AND lower(m.term) <= a.created_at)`)).toBe(0);
}); // prettier-ignore

  it('there are gaps in every kind of supply, and units that cross both ways', async () => {
  const covered = (kinds: string) => numberOf(`SELECT count(DISTINCT a.community_code) FROM seat_term t JOIN appointment a ON a.id = t.appointment_id
    JOIN unit u ON u.id = a.home_unit_id WHERE t.term @> '${AT}'::timestamptz AND u.kind ${kinds}`);
  const communities = await numberOf(`SELECT count(*) FROM division WHERE level = 'COMMUNITY'`);
  for (const kinds of [`= 'POLICE_STATION'`, `= 'PROPERTY_COMPANY'`, `= 'OWNERS_COMMITTEE'`, `NOT IN ('POLICE_STATION', 'PROPERTY_COMPANY', 'OWNERS_COMMITTEE')`]) {
    expect(await covered(kinds)).toBeGreaterThan(5);
    expect(await covered(kinds)).toBeLessThan(communities - 5);
  }
  expect(await numberOf('SELECT count(DISTINCT community_code) FROM body')).toBe(communities);
  expect(await numberOf(`SELECT count(*) FROM (SELECT unit_id FROM body_member WHERE term @> '${AT}'::timestamptz
    INTERSECT SELECT home_unit_id FROM body_member WHERE term @> '${AT}'::timestamptz) b`)).toBeGreaterThan(3);
}); // prettier-ignore
}
