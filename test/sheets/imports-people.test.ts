import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bomb } from '../support/odd-files.ts';
import { Somebody } from '../support/somebody.ts';
import { bookOf, gets, imports, uploads } from '../support/tables.ts';
import { DISTRICT, STREET, World } from '../support/world.ts';

let world: World;
let system: Somebody;
let security: Somebody;
let street: string;
let community: string;
beforeAll(async () => {
  world = await World.open();
  [system, security] = (await world.people([
    ['SYSTEM_ADMIN', DISTRICT],
    ['SECURITY_ADMIN', DISTRICT],
  ])) as [Somebody, Somebody];
  const { rows } = await world.sql.query<{ label: string }>(
    `SELECT label FROM division WHERE code = ANY ($1) ORDER BY code`,
    [[STREET, '610303001002']],
  );
  [street, community] = rows.map(({ label }) => label) as [string, string];
});
afterAll(() => world.close());

const HEAD = ['单位名称', '单位简称', '单位性质', '所在地', '服务能力', '服务范围'];
const unitNames = async (like: string) =>
  (await world.sql.query<{ name: string }>(`SELECT name FROM unit WHERE name LIKE $1 ORDER BY name`, [like])).rows.map(
    ({ name }) => name,
  );

describe('importing people', () => {
  const PEOPLE = ['姓名', '用户名', '初始密码', '手机号码', '角色', '任职区划', '任职单位', '任期开始', '任期结束'];

  it('makes accounts with their posts, all of a row or nothing', async () => {
    const unit = await world.unit('任职单位甲');
    const file = await bookOf([
      PEOPLE,
      [
        '导入甲',
        'Daoru01',
        '蓝天下的七只白鹭安静过冬',
        '１３９００００４４０１',
        '镇街审单员',
        street,
        '',
        new Date('2026-11-02T00:00:00Z'),
        '2027年1月31日',
      ],
      ['导入乙', 'daoru02', '山脚下的九棵柿树安静过冬', 13900004402, '单位联络员', '', '任职单位甲', '', ''],
      ['导入丙', 'daoru03', '桥头边的三盏路灯安静过冬', '', '镇街审单员', community, '', '', ''],
      ['导入丁', 'daoru04', '12345', '123', '兼职委员', '', '', '昨天', ''],
      ['导入戊', 'daoru05', '河对岸的五座磨坊安静过冬', '', '', street, '', '', ''],
      ['导入己', 'daoru06', '屋檐下的两窝燕子安静过冬', '', '', '', '', '', ''],
      ['导入庚', 'daoru01', '田埂上的六只黄牛安静过冬', '', '', '', '', '', ''],
    ]);
    const report = await imports(security, 'people', file);
    expect(report).toMatchObject({ rows: 7, done: 3, failed: 4 });
    const faults = report['failures'].map(({ name, faults: some }: never) => [
      name,
      ...(some as { column: string }[]).map(({ column }) => column),
    ]);
    expect(faults).toEqual([
      ['导入丙', '任职区划'],
      ['导入丁', '手机号码', '任期开始'],
      ['导入戊', '角色'],
      ['导入庚', '用户名'],
    ]);
    const { accounts } = await security.reads(
      `{ accounts(search: "daoru") { nodes { username person { displayName } posts { role scopeName startsAt endsAt } } } }`,
    );
    const made = accounts.nodes.toSorted((one: { username: string }, other: { username: string }) =>
      one.username.localeCompare(other.username),
    );
    expect(made.map(({ username }: { username: string }) => username)).toEqual(['daoru01', 'daoru02', 'daoru06']);
    expect(made[0].posts).toMatchObject([
      { role: 'STREET_REVIEWER', endsAt: '2027-01-31T16:00:00.000Z', startsAt: '2026-11-01T16:00:00.000Z' },
    ]);
    expect(made[1].posts).toMatchObject([{ role: 'UNIT_LIAISON' }]);
    expect(unit).toBeTruthy();
    // What failed leaves no account behind, what was done leaves its record.
    const { rows } = await world.sql.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM account WHERE username LIKE 'daoru%'`,
    );
    expect(rows[0]!.count).toBe(3);
    const audit = await world.sql.query<{ what: string }>(
      `SELECT noun || '.' || action AS what FROM event WHERE person_id = $1 ORDER BY id`,
      [security.who.id],
    );
    expect(audit.rows.map(({ what }) => what)).toEqual([
      'account.create',
      'post.grant',
      'account.create',
      'post.grant',
      'account.create',
    ]);
    const journal = await world.sql.query<{ code: string }>(
      `SELECT code FROM journal WHERE person_id = $1 ORDER BY id`,
      [security.who.id],
    );
    expect(journal.rows.map(({ code }) => code)).toEqual(['POST_SCOPE', 'USERNAME_TAKEN']);
  });

  it('shows no password in the report, and keeps no row in the clear', async () => {
    const report = await imports(security, 'people', `${PEOPLE.slice(0, 3).join()}\n导入辛,daoru08,太短的密码\n`);
    expect(report['failures'][0].faults).toMatchObject([{ column: '初始密码', text: '••••••' }]);
    const { rows } = await world.sql.query<{ sealed: Buffer }>('SELECT sealed FROM sheet_import_failure');
    expect(rows.length).toBeGreaterThan(0);
    for (const { sealed } of rows) expect(sealed.toString('utf8')).not.toContain('导入');
  });
});

describe('files that are refused', () => {
  it.each<[string, string, () => Buffer | string | Promise<Buffer>]>([
    ['no table', 'SHEET_NOT_TABLE', () => Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['an empty file', 'SHEET_REQUIRED', () => ''],
    ['a table of something else', 'SHEET_NO_HEADER', () => '苹果,梨\n1,2\n'],
    ['a head that misses a column', 'SHEET_COLUMNS', () => '单位名称,单位简称\n甲乙,甲乙\n'],
    ['a head that has one twice', 'SHEET_COLUMN_TWICE', () => `${HEAD.join()},单位名称\n甲乙\n`],
    ['a head alone', 'SHEET_EMPTY', () => `${HEAD.join()}\n\n  ,,\n`],
    ['5,001 rows', 'SHEET_TOO_MANY', () => `${HEAD.join()}\n${'甲乙,,,,,\n'.repeat(5001)}`],
    ['more than five megabytes', 'SHEET_TOO_LARGE', () => Buffer.alloc(5 * 1024 * 1024 + 1, 65)],
    ['a container that is broken', 'SHEET_DAMAGED', async () => (await bookOf([HEAD])).subarray(0, 2000)],
    ['a container that unpacks to gigabytes', 'SHEET_DAMAGED', bomb],
  ])('refuses %s: %s', async (_, code, make) => {
    const { status, body } = await uploads(system, 'units', await make());
    expect({ status: status >= 400 && status < 500, code: body['code'] }).toEqual({ status: true, code });
  });
});

describe('the right to import', () => {
  it('is that of the verbs', async () => {
    const file = await bookOf([HEAD, ['无权单位', '', '企业', street]]);
    expect((await uploads(security, 'units', file)).body).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await uploads(system, 'people', file)).body).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await uploads(Somebody.nobody(world.app.url), 'units', file)).status).toBe(401);
    expect((await gets(security, '/imports/units/template.xlsx')).status).toBe(403);
    expect((await uploads(system, 'cats', file)).status).toBe(404);
    const foreign = await uploads(system, 'units', file, { headers: { origin: 'https://elsewhere.example' } });
    expect(foreign).toMatchObject({ status: 403, body: { code: 'SHEET_FOREIGN_ORIGIN' } });
    expect(await unitNames('无权单位')).toEqual([]);
  });

  it('opens nobody else’s report', async () => {
    const { id } = await imports(system, 'units', `${HEAD.join()}\n别人单位,,火星,${street}\n`);
    const other = await world.somebody('SYSTEM_ADMIN', DISTRICT);
    for (const path of [`/imports/${id as string}`, `/imports/${id as string}/errors.xlsx`, '/imports/1'])
      expect(await gets(other, path)).toMatchObject({ status: 404, body: { code: 'IMPORT_UNKNOWN' } });
  });

  it('ends with the post', async () => {
    const leaving = await world.somebody('SYSTEM_ADMIN', DISTRICT);
    const rows = Array.from({ length: 400 }, (_, index) => `离任单位${String(index)},,企业,${street}`);
    const { body } = await uploads(leaving, 'units', `${HEAD.slice(0, 4).join()}\n${rows.join('\n')}\n`);
    await world.sql.query('UPDATE post SET ends_at = $2 WHERE id = $1', [
      leaving.who.postId,
      new Date(world.now().getTime() - 1000),
    ]);
    const stopped = async () =>
      (
        await world.sql.query<{ trouble: string; at: Date }>(
          'SELECT trouble, finished_at AS at FROM sheet_import WHERE id = $1',
          [body['id']],
        )
      ).rows[0]!;
    while ((await stopped()).at === null) await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await stopped()).trouble).toBe('PROHIBITED');
    expect((await unitNames('离任单位%')).length).toBeLessThan(400);
  });
});
