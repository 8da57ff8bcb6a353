import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as xlsx from '@e965/xlsx';
import { encodedGbk } from '../support/odd-files.ts';
import type { Somebody } from '../support/somebody.ts';
import { bookOf, finished, gets, imports, opened, textsOf, uploads } from '../support/tables.ts';
import { DISTRICT, STREET, World } from '../support/world.ts';

let world: World;
let system: Somebody;
let street: string;
let community: string;
beforeAll(async () => {
  world = await World.open();
  system = await world.somebody('SYSTEM_ADMIN', DISTRICT);
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

describe('importing units', () => {
  it('gives a template whose own lists it takes back', async () => {
    const answer = await gets(system, '/imports/units/template.xlsx');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('单位导入模板.xlsx'));
    const book = await opened(answer.bytes);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['单位', '填写说明', '可选项']);
    const [table, , choices] = book.worksheets;
    expect(textsOf(table!)[0]).toEqual(['单位名称*', '单位简称', '单位性质*', '所在地*', '服务能力', '服务范围']);
    expect(table!.getCell('C2').dataValidation).toMatchObject({ type: 'list', formulae: ["'可选项'!$A$2:$A$12"] });
    expect(table!.getColumn(1).numFmt).toBe('@');
    const [, first] = textsOf(choices!);
    table!.addRow([
      '模板单位一',
      '',
      first![0],
      `${street}/${community}`,
      textsOf(choices!)
        .slice(1, 3)
        .map((row) => row[2])
        .join('、'),
    ]);
    const report = await imports(system, 'units', Buffer.from(await book.xlsx.writeBuffer()));
    expect(report).toMatchObject({ rows: 1, done: 1, failed: 0, finished: true, trouble: null, failures: [] });
    const { units } = await system.reads(
      `{ units(search: "模板单位一") { nodes { shortName division { code } areas { code } capabilities { code } } } }`,
    );
    expect(units.nodes).toMatchObject([
      { shortName: '模板单位一', division: { code: '610303001002' }, areas: [{ code: '610303001002' }] },
    ]);
    expect(units.nodes[0].capabilities).toHaveLength(2);
  });

  it('imports what is right, and hands back what is wrong with its cells marked', async () => {
    await world.unit('占用的名称');
    const file = await bookOf([
      ['2026年单位登记表'],
      [],
      HEAD,
      ['三错单位甲', '甲', '物业公司', street, '', ''],
      [],
      ['占用的名称', '', '企业', street, '', ''],
      ['三错单位乙', '乙乙', '企 业', `　${community}　`, '', `${street}；${community}`],
      ['三错单位丙', '', '火星', '没有的社区', '修飞船', ''],
      ['', '', '学校', street, '', ''],
      ['三错单位丁', '丁丁', '学校', 610303001002, '', ''],
    ]);
    const report = await imports(system, 'units', file, { name: '单位 2026.xlsx' });
    expect(report).toMatchObject({ rows: 6, done: 2, failed: 4, finished: true, fileName: '单位 2026.xlsx' });
    expect(await unitNames('三错单位%')).toEqual(['三错单位丁', '三错单位乙']);
    const faults = report['failures'].map(({ line, faults: some }: never) => [
      line,
      ...(some as { column: string }[]).map(({ column }) => column),
    ]);
    expect(faults).toEqual([
      [4, '单位简称'],
      [6, '单位名称'],
      [8, '单位性质', '所在地', '服务能力'],
      [9, '单位名称'],
    ]);
    expect(report['failures'][1].faults[0]).toEqual({
      ...{ column: '单位名称', text: '占用的名称' },
      message: '已有单位使用“占用的名称”这个名称，请核对是否重复登记。',
    });
    const errors = await gets(system, `/imports/${report['id'] as string}/errors.xlsx`);
    expect(decodeURIComponent(errors.headers.get('content-disposition')!)).toContain('单位 2026-未导入的行.xlsx');
    const sheet = (await opened(errors.bytes)).worksheets[0]!;
    expect(textsOf(sheet)[0]).toEqual(['原行号', ...HEAD, '需要修改']);
    expect(textsOf(sheet).map(([line]) => line)).toEqual(['原行号', '4', '6', '8', '9']);
    expect(sheet.getCell('D4').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(JSON.stringify(sheet.getCell('D4').note)).toContain('“单位性质”只能填写');
    expect(sheet.getCell('B4').fill).toMatchObject({ pattern: 'none' });
    // Mended, the file of errors is uploaded as it is.
    sheet.getCell('C2').value = '甲甲';
    sheet.getCell('B3').value = '三错单位戊';
    sheet.getRow(4).values = [];
    sheet.getRow(5).values = [];
    expect(await imports(system, 'units', Buffer.from(await sheet.workbook.xlsx.writeBuffer()))).toMatchObject({
      done: 2,
      failed: 0,
    });
    expect(await unitNames('三错单位%')).toHaveLength(4);
  });

  it('reads .xls, and CSV as WPS writes it', async () => {
    const book = xlsx.utils.book_new(xlsx.utils.aoa_to_sheet([HEAD, ['老表单位', '老表', '医院', street, '', '']]));
    const old = xlsx.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
    expect(await imports(system, 'units', old, { name: '老表.xls' })).toMatchObject({ done: 1, failed: 0 });
    const gbk = Buffer.concat([
      encodedGbk(`${HEAD.join(',')}\r\n`),
      encodedGbk(`"国标单位","国标",学校,${street},,\r\n`),
    ]);
    expect(await imports(system, 'units', gbk, { name: '国标.csv' })).toMatchObject({ done: 1, failed: 0 });
    expect(await unitNames('国标单位')).toEqual(['国标单位']);
  });

  it('imports no row twice, whoever uploads the file again or at the same time', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => [`并发单位${String(index + 100)}`, '', '企业', street]);
    const file = await bookOf([HEAD.slice(0, 4), ...rows]);
    const answers = await Promise.all([uploads(system, 'units', file), uploads(system, 'units', file)]);
    const started = answers.filter(({ status }) => status === 202);
    expect(started.length).toBeGreaterThanOrEqual(1);
    for (const { status, body } of answers) if (status !== 202) expect(body).toMatchObject({ code: 'SHEET_BUSY' });
    const reports = await Promise.all(started.map(({ body }) => finished(system, body['id'] as string)));
    expect(reports[0]).toMatchObject({ rows: 40, done: 40, failed: 0 });
    const again = await imports(system, 'units', file);
    expect(again).toMatchObject({ rows: 40, done: 40, repeated: 40, failed: 0 });
    expect(await unitNames('并发单位%')).toHaveLength(40);
    const other = await world.somebody('SYSTEM_ADMIN', DISTRICT);
    expect(await imports(other, 'units', file)).toMatchObject({ done: 0, failed: 40 });
    const { body } = await gets(system, '/imports/units/recent');
    expect(body['imports'][0]).toMatchObject({ id: again['id'], rows: 40 });
  });

  it('never gives out the beginning of a formula, and reckons none', async () => {
    const name = '=HYPERLINK("http://example.invalid","点我")';
    const csv = `${HEAD.join(',')}\n"${name.replaceAll('"', '""')}",@SUM(A1),学校,+86没有,,-1+1\n`;
    const report = await imports(system, 'units', csv, { name: '公式.csv' });
    expect(report).toMatchObject({ failed: 1 });
    const sheet = (await opened((await gets(system, `/imports/${report['id'] as string}/errors.xlsx`)).bytes))
      .worksheets[0]!;
    expect(textsOf(sheet)[1]!.slice(1, 7)).toEqual([`'${name}`, "'@SUM(A1)", '学校', "'+86没有", '', "'-1+1"]);
    const book = await bookOf([
      HEAD,
      [
        '算出的单位',
        { formula: 'CONCATENATE("算","出")', result: '算出' },
        '学校',
        { formula: '1/0', result: { error: '#DIV/0!' } },
      ],
    ]);
    const computed = await imports(system, 'units', book);
    expect(computed['failures'][0].faults).toEqual([
      { column: '所在地', text: '#DIV/0!', message: '“所在地”里是公式错误，请改为文字。' },
    ]);
  });
});
