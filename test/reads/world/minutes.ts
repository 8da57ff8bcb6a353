import { v7 } from 'uuid';
import { write } from './offers.ts';
import type { RichCast } from './rich-world.ts';

const day = (days: number, rest = '') => new Date(Date.UTC(2026, 9, 2 + days, 3)).toISOString().replace('Z', `${rest}Z`); // prettier-ignore

interface Over {
  readonly id: string;
  readonly state: string;
  readonly code: string;
  readonly seq: number;
}

const OVER = `
  UPDATE joint_meeting m SET head_n = 2, objections_open = 1 FROM (
    SELECT id, row_number() OVER (PARTITION BY convener_code ORDER BY id)::int AS seq FROM joint_meeting WHERE state IN ('MINUTES_DRAFT', 'COUNTERSIGN', 'ISSUED')) o
  WHERE m.id = o.id RETURNING m.id, m.state, m.convener_code AS code, o.seq`;

const ISSUE = `
  INSERT INTO issued_minutes (meeting_id, n, convener_code, year, seq, number, canonical, digest, recipients, public_keys, at)
  SELECT id, 2, code, 2026, seq, '〔2026〕' || seq || '号', '{}', sha256('{}'), '{演示}', '{opening}', $4
  FROM unnest($1::uuid[], $2::text[], $3::int[]) AS i (id, code, seq)`;

/** Minutes of the meetings that are over: three versions, the last a branch; what was sent, what units said, what was issued and corrected. */
export async function minutesOfMeetings({ world, everybody, unitId, extraUnitId, outsideUnitId }: RichCast): Promise<void> {
  const person = everybody.reviewer.who.id;
  const { rows: over } = await world.sql.query<Over>(OVER);
  const sections = (n: number) => [
    { key: 'opening', heading: null, text: '开会。' },
    { key: 'lamp', heading: '路灯"维修"', text: `第${String(n)}稿\n两行` },
  ];
  const versions = over.flatMap(({ id }) =>
    [1, 2, 3].map((n) => ({
      ...{ id: v7(), meeting_id: id, n, based_on: n === 1 ? null : 1, merges: null, branch: n === 3, sections: sections(n) },
      ...{ person_id: n === 1 ? null : person, at: day(n, '789') },
    })),
  );
  await write(world, 'minutes_version', versions);
  const sent = over.filter(({ state }) => state !== 'MINUTES_DRAFT').map(({ id }) => ({ meeting_id: id, n: 2, person_id: person }));
  await write(world, 'minutes_sending', sent.map((one) => ({ ...one, public_keys: ['opening'], at: day(4) })));
  const signatures = sent.flatMap((one) => [
    { ...one, unit_id: unitId, kind: 'SIGNED', at: day(5) },
    { ...one, unit_id: extraUnitId, kind: 'OBJECTED', wording: '应写明"配合"单位', at: day(6, '456') },
    { ...one, unit_id: outsideUnitId, kind: 'SILENT', person_id: null, at: day(7) },
  ]);
  await write(world, 'minutes_signature', signatures);
  const issued = over.filter(({ state }) => state === 'ISSUED');
  const settled = sent.filter((one) => issued.some(({ id }) => id === one.meeting_id));
  await write(world, 'minutes_settlement', settled.map((one) => ({ ...one, unit_id: extraUnitId, how: '已经在文中写明由谁配合。', at: day(8) })));
  const columns = (['id', 'code', 'seq'] as const).map((key) => issued.map((one) => one[key]));
  await world.sql.query(ISSUE, [...columns, day(9)]);
  const errata = issued.flatMap(({ id }) => [1, 2].map((k) => ({ meeting_id: id, k, text: `更正"${String(k)}"`, person_id: person, at: day(10) })));
  await write(world, 'minutes_erratum', errata);
} // prettier-ignore
