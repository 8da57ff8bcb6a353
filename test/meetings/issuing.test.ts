import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { MODULES } from '../../api/src/app.ts';
import { discover } from '../../api/src/platform/discovery.ts';
import { verifyHouse } from '../../api/src/platform/verify.ts';
import { acts, does, keptOf, minutesOf, openMinutesWorld, sent, type MinutesWorld } from '../support/minutes-world.ts';
import { eventsOf, pass, settle } from '../support/rules.ts';
import type { Somebody } from '../support/somebody.ts';
import { onServer } from '../support/database.ts';

const MANY = 50;
let people: MinutesWorld;
beforeAll(async () => void (people = await openMinutesWorld(MANY)));
afterAll(() => people.world.close());

/** Minutes that all but so many units have signed. */
async function almostSigned(left: number): Promise<string> {
  const id = await sent(people);
  await people.world.sql.query(
    `INSERT INTO minutes_signature (meeting_id, n, unit_id, kind, person_id, at)
     SELECT $1, 1, unit_id, 'SIGNED', $2, now() FROM unnest($3::uuid[]) AS u (unit_id)`,
    [id, people.heads[0]!.who.id, people.units.slice(left)],
  );
  return id;
}

const issuedOf = async (id: string) =>
  (await minutesOf(people.convener, id, 'issued { number year seq digest }'))!['issued'];

describe('at once', () => {
  it('fifty units countersign: none is lost, and it is issued once under one number', async () => {
    const id = await sent(people);
    const outcomes = await Promise.all(people.heads.map((head) => acts(head, 'countersign', id)));
    expect(outcomes.filter(({ error }) => error)).toEqual([]);
    const { rows } = await people.world.sql.query(
      `SELECT count(*)::int AS signed, count(DISTINCT unit_id)::int AS units FROM minutes_signature WHERE meeting_id = $1 AND kind = 'SIGNED'`,
      [id],
    );
    expect(rows).toEqual([{ signed: MANY, units: MANY }]);
    expect(await eventsOf(people.world, id, 'countersign')).toHaveLength(MANY);
    expect(await eventsOf(people.world, id, 'issue')).toHaveLength(1);
    expect((await issuedOf(id)).number).toMatch(/^〔2026〕\d+号$/);
  });

  it('meetings of one convener issue at once: their numbers follow one another, none twice', async () => {
    const before = await people.world.sql.query('SELECT coalesce(max(seq), 0)::int AS last FROM issued_minutes');
    const { last } = before.rows[0] as { last: number };
    const ids = await Promise.all(Array.from({ length: 6 }, () => almostSigned(1)));
    await Promise.all(ids.map((id) => does(people.heads[0]!, 'countersign', id)));
    const issued = await Promise.all(ids.map(issuedOf));
    expect(issued.map(({ seq }) => seq as number).toSorted((a, b) => a - b)).toEqual(ids.map((_id, index) => last + index + 1));
  });

  it('a unit that signs twice at once signs once', async () => {
    const id = await almostSigned(2);
    const outcomes = await Promise.all([1, 2, 3].map(() => acts(people.heads[0]!, 'countersign', id)));
    expect(outcomes.map(({ error }) => error?.code).toSorted()).toEqual(['MINUTES_SIGNED_BEFORE', 'MINUTES_SIGNED_BEFORE', undefined]);
  });

  it('the last signature and the silence meet: it is issued once', async () => {
    const id = await almostSigned(1);
    await pass(people.world, { days: 8 });
    await Promise.all([acts(people.heads[0]!, 'countersign', id), settle(people.world)]);
    await settle(people.world);
    expect(await eventsOf(people.world, id, 'issue')).toHaveLength(1);
    expect((await issuedOf(id)).seq).toBeGreaterThan(0);
  });

  it('the number counts anew in another year', async () => {
    const id = await almostSigned(1);
    await people.world.sql.query(`UPDATE process_clock SET next_at = NULL`);
    await pass(people.world, { days: 60 });
    await does(people.heads[0]!, 'countersign', id);
    expect(await issuedOf(id)).toMatchObject({ number: '〔2027〕1号', year: 2027, seq: 1 });
  });
}); // prettier-ignore

describe('afterwards', () => {
  let id: string;
  beforeAll(async () => {
    id = await almostSigned(1);
    await does(people.heads[0]!, 'countersign', id);
  });

  /** As whom the house works on the database. */
  async function asTheHouse(statement: string): Promise<string> {
    const client = new pg.Client({ connectionString: people.world.databaseUrl, options: '-c role=gongzhi_app' });
    await client.connect();
    try {
      await client.query(statement, [id]);
      return 'done';
    } catch (error) {
      return (error as Error).message;
    } finally {
      await client.end();
    }
  }

  it.each([
    ['issued_minutes', "number = '〔2026〕99号'"],
    ['minutes_version', "sections = '[]'"],
    ['minutes_sending', "public_keys = '{}'"],
    ['minutes_signature', "kind = 'SILENT'"],
    ['minutes_settlement', "how = '另行处理，已经说明清楚。'"],
    ['minutes_erratum', "text = '没有错'"],
  ])('the house itself may change and remove nothing of %s', async (table, change) => {
    const before = await keptOf(people, id);
    expect(await asTheHouse(`UPDATE ${table} SET ${change} WHERE meeting_id = $1`)).toContain('permission denied');
    expect(await asTheHouse(`DELETE FROM ${table} WHERE meeting_id = $1`)).toContain('permission denied');
    expect(await asTheHouse(`TRUNCATE ${table} CASCADE`)).not.toBe('done');
    expect(await keptOf(people, id)).toEqual(before);
  });

  it.each([
    ['saveMinutes', () => people.recorder, { basedOn: 1, sections: ['lamp'], texts: ['改了。'] }],
    ['sendForCountersign', () => people.recorder, {}],
    ['countersign', () => people.heads[0]!, {}],
    ['object', () => people.heads[0]!, { wording: '第二项应写明由物业公司配合维修。' }],
    ['settle', () => people.convener, { unitId: '0190f0a0-0000-7000-8000-000000000001', how: '已在会上说明由物业公司配合。' }],
    ['redraft', () => people.convener, { reason: '按照意见写明配合单位。' }],
  ] as const)('no call changes them: %s', async (action, by: () => Somebody, input) => {
    const before = await keptOf(people, id);
    const { error } = await acts(by(), action, id, input);
    expect(error?.code).toBe('WRONG_STATE');
    expect(await keptOf(people, id)).toEqual(before);
  });

  it('a correction stands beside them', async () => {
    const kept = async () => (await keptOf(people, id)) as unknown[][];
    const before = await kept();
    await does(people.convener, 'addErratum', id, { text: '“三号门”应为“二号门”。' });
    await does(people.convener, 'addErratum', id, { text: '“周一”应为“周二”。' });
    const after = await kept();
    expect(after.slice(0, 5)).toEqual(before.slice(0, 5));
    const minutes = (await minutesOf(people.heads[3]!, id, 'errata { k text }'))!;
    expect(minutes['errata'].map(({ k }: { k: number }) => k)).toEqual([1, 2]);
    expect((await acts(people.recorder, 'addErratum', id, { text: '不行' })).error?.code).toBe('NOT_ALLOWED');
  });
}); // prettier-ignore

describe('verifying', () => {
  let id: string;
  let number: string;
  beforeAll(async () => {
    id = await almostSigned(1);
    await does(people.heads[0]!, 'countersign', id);
    number = (await issuedOf(id)).number as string;
  });

  const check = async () => verifyHouse(people.world.app.house.database, (await discover(MODULES)).modules);

  /** What is found after the owner of the database has changed something; it is put back afterwards. */
  async function found(change: string, back: string): Promise<readonly string[]> {
    const asOwner = (statements: string) => onServer(people.world.databaseUrl, (client) => client.query(statements.replaceAll('ID', `'${id}'`)));
    await asOwner(change);
    const { faults } = await check();
    await asOwner(back);
    return faults;
  }
  const FREE = 'ALTER TABLE issued_minutes DROP CONSTRAINT issued_minutes_check';
  const BOUND = 'ALTER TABLE issued_minutes ADD CONSTRAINT issued_minutes_check CHECK (digest = sha256(canonical))';

  it('finds nothing where nothing was changed', async () => {
    const { faults, lines } = await check();
    expect(faults).toEqual([]);
    expect(lines.join('\n')).toMatch(/会议纪要：核对\d+份/);
  });

  it('the database takes no bytes that do not fit their hash, from its owner neither', async () => {
    await expect(found('UPDATE issued_minutes SET canonical = set_byte(canonical, 20, 33) WHERE meeting_id = ID', 'SELECT 1')).rejects.toThrow('issued_minutes_check');
  });

  it('names the record of which one byte was changed', async () => {
    const flip = 'UPDATE issued_minutes SET canonical = set_byte(canonical, 20, get_byte(canonical, 20) # 1) WHERE meeting_id = ID';
    const [fault, ...more] = await found(`${FREE}; ${flip}`, `${flip}; ${BOUND}`);
    expect(fault).toContain(`会议纪要${number}`);
    expect(fault).toContain('第四季度例会');
    expect(more).toEqual([]);
  });

  it('names it when bytes and hash were changed together', async () => {
    const swap = (from: string, to: string) =>
      `UPDATE issued_minutes SET canonical = convert_to(replace(convert_from(canonical, 'UTF8'), '${from}', '${to}'), 'UTF8'), digest = sha256(convert_to(replace(convert_from(canonical, 'UTF8'), '${from}', '${to}'), 'UTF8')) WHERE meeting_id = ID`;
    const faults = await found(swap('lamp的初稿', 'lamp的假稿'), swap('lamp的假稿', 'lamp的初稿'));
    expect(faults).toEqual([expect.stringContaining(`会议纪要${number}`)]);
    expect(faults[0]).toContain('办理记录');
  });

  it.each([
    ['a version', `UPDATE minutes_version SET sections = replace(sections::text, '初稿', '假稿')::jsonb WHERE meeting_id = ID`, `UPDATE minutes_version SET sections = replace(sections::text, '假稿', '初稿')::jsonb WHERE meeting_id = ID`, '正文'],
    ['a signature', `UPDATE minutes_signature SET at = at + interval '1 day' WHERE meeting_id = ID`, `UPDATE minutes_signature SET at = at - interval '1 day' WHERE meeting_id = ID`, '会签'],
    ['what is public', `UPDATE issued_minutes SET public_keys = '{opening}' WHERE meeting_id = ID`, `UPDATE issued_minutes SET public_keys = '{lamp}' WHERE meeting_id = ID`, '登记'],
    ['the number of the meeting', `UPDATE joint_meeting SET minutes_number = '〔2026〕99号' WHERE id = ID`, `UPDATE joint_meeting SET minutes_number = (SELECT number FROM issued_minutes WHERE meeting_id = ID) WHERE id = ID`, '会议'],
  ])('names it when %s was changed', async (_what, change, back, said) => {
    const faults = await found(change, back);
    expect(faults).toEqual([expect.stringContaining(`会议纪要${number}`)]);
    expect(faults[0]).toContain(said);
  });

  it('names the meeting whose record is gone', async () => {
    const faults = await found(
      'CREATE TABLE aside AS SELECT * FROM issued_minutes WHERE meeting_id = ID; DELETE FROM issued_minutes WHERE meeting_id = ID',
      'INSERT INTO issued_minutes SELECT * FROM aside; DROP TABLE aside',
    );
    expect(faults.join('\n')).toContain(number);
    expect((await check()).faults).toEqual([]);
  });

  it('names the event that was changed', async () => {
    const faults = await found(`UPDATE event SET reason = '改过' WHERE subject_id = ID AND action = 'issue'`, `UPDATE event SET reason = NULL WHERE subject_id = ID AND action = 'issue'`);
    expect(faults.join('\n')).toContain('办理记录第');
  });
}); // prettier-ignore
