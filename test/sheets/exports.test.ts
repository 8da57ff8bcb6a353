import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { APPROVAL, draft, openOrderWorld, type OrderWorld } from '../support/order-world.ts';
import { Somebody } from '../support/somebody.ts';
import { gets, opened, textsOf } from '../support/tables.ts';
import { DISTRICT, OTHER_STREET } from '../support/world.ts';

let people: OrderWorld;
let open: string;
beforeAll(async () => {
  people = await openOrderWorld();
  const { resident, reviewer } = people;
  for (const title of ['=1+1', '@SUM(A1)', '修长椅']) await resident.does('submit', await draft(resident, { title }));
  open = await draft(resident, { title: '修凉亭' });
  await resident.does('submit', open);
  await reviewer.does('approve', open, APPROVAL);
});
afterAll(() => people.world.close());

/** Rows of an export by their headers, and what stands above them. */
async function exported(by: Somebody, path: string) {
  const answer = await gets(by, path);
  if (answer.status !== 200) throw new Error(`${String(answer.status)} ${answer.bytes.toString()}`);
  const [[mark] = [], headers = [], ...rows] = textsOf((await opened(answer.bytes)).worksheets[0]!);
  const named = rows.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? ''])));
  return { mark: mark!, headers, rows: named, name: decodeURIComponent(answer.headers.get('content-disposition')!) };
}

it('takes home what the viewer sees, with who took it and when above it', async () => {
  const { reviewer } = people;
  const { mark, rows, name } = await exported(reviewer, '/exports/orders.xlsx');
  expect(name).toContain('点单台账-2026-11-02.xlsx');
  expect(mark).toMatch(
    /^点单台账 · 导出人：示例甲（.+ 镇街审单员） · 导出时间：2026-11-02 10:\d\d · 共4条 · 内部资料，请妥善保管$/,
  );
  expect(rows.map(({ 标题 }) => 标题)).toEqual(['修凉亭', '修长椅', "'@SUM(A1)", "'=1+1"]);
  const { order } = await reviewer.reads(
    `query ($id: ID!) { order(id: $id) { number stateLabel community { label } contact { name phone } } }`,
    { id: open },
  );
  expect(rows[0]).toMatchObject({
    ...{ 点单号: order.number, 状态: order.stateLabel, '社区（村）': order.community.label, 代为点单: '否', 轮次: '1' },
    ...{ 点单人: order.contact.name, 联系电话: order.contact.phone, 灯色: '绿灯' },
    提交时间: expect.stringMatching(/^2026-11-02 10:\d\d$/),
  });
  expect(rows[0]!['联系电话']).toContain('****');
});

it('keeps to the filter of the list, its sort and its refusals', async () => {
  const { reviewer } = people;
  const { rows } = await exported(reviewer, '/exports/orders.xlsx?states=OPEN&states=CLAIMED&category=PUBLIC_FACILITY');
  expect(rows.map(({ 标题 }) => 标题)).toEqual(['修凉亭']);
  const found = await exported(reviewer, `/exports/orders.xlsx?search=${encodeURIComponent('长椅')}`);
  expect(found).toMatchObject({ rows: [{ 标题: '修长椅' }] });
  const oldest = await exported(reviewer, '/exports/orders.xlsx?sort=OLDEST&submittedFrom=2026-11-01T16:00:00Z');
  expect(oldest.rows.map(({ 标题 }) => 标题).at(-1)).toBe('修凉亭');
  expect((await exported(reviewer, '/exports/orders.xlsx?submittedBefore=2026-11-01T16:00:00Z')).rows).toEqual([]);
  for (const query of ['colour=red', 'states=LOST', 'search=a', 'submittedFrom=yesterday', 'sort=BEST', '__proto__=1'])
    expect(await gets(reviewer, `/exports/orders.xlsx?${query}`)).toMatchObject({
      status: 400,
      body: { code: 'BAD_USER_INPUT' },
    });
});

it('shows nobody more than they may read', async () => {
  const { liaison, world } = people;
  const { rows } = await exported(liaison, '/exports/orders.xlsx');
  expect(rows).toMatchObject([{ 标题: '修凉亭', 点单人: '', 联系电话: '' }]);
  const elsewhere = await world.somebody('STREET_REVIEWER', OTHER_STREET);
  expect((await exported(elsewhere, '/exports/orders.xlsx')).rows).toEqual([]);
  expect(await gets(Somebody.nobody(world.app.url), '/exports/orders.xlsx')).toMatchObject({ status: 401 });
  expect(await gets(liaison, '/exports/secrets.xlsx')).toMatchObject({ status: 404, body: { code: 'SHEET_UNKNOWN' } });
  expect(await gets(liaison, '/exports/audit.xlsx')).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } });
  expect((await exported(liaison, '/exports/resolutions.xlsx?open=true')).headers).toContain('牵头单位');
});

it('leaves a record, which the auditor takes home too', async () => {
  const { world, reviewer } = people;
  const auditor = await world.somebody('AUDITOR', DISTRICT);
  const { rows } = await exported(
    auditor,
    `/exports/audit.xlsx?kind=DONE&what=sheet.export&personId=${reviewer.who.id}`,
  );
  const details = rows.map(({ 详情 }) => JSON.parse(详情!) as object);
  expect(details).toContainEqual({ export: 'orders', rows: 1, filter: { searched: true } });
  expect(details).toContainEqual({
    export: 'orders',
    rows: 1,
    filter: { states: ['OPEN', 'CLAIMED'], category: 'PUBLIC_FACILITY' },
  });
  expect(rows[0]).toMatchObject({ 类别: '已办理', 人员: '示例甲', 身份: '镇街审单员', 事项: 'sheet.export' });
  const refused = await exported(auditor, '/exports/audit.xlsx?kind=REFUSED&what=sheetExport');
  expect(refused.rows.map(({ 拒绝代码 }) => 拒绝代码)).toContain('NOT_ALLOWED');
});

it('reads page after page without leaving one out', async () => {
  const { world, reviewer } = people;
  // Two hundred and more, as copies of one: what they say does not matter.
  await world.sql.query(
    `INSERT INTO orders SELECT (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'number', 'C' || n, 'title', '抄' || n))).*
     FROM orders o, generate_series(1, 230) n WHERE o.id = $1`,
    [open],
  );
  const { rows, mark } = await exported(reviewer, '/exports/orders.xlsx?states=OPEN');
  expect(mark).toContain('共231条');
  expect(new Set(rows.map(({ 点单号 }) => 点单号)).size).toBe(231);
});
