import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { bookOf, opened, textsOf } from '../support/tables.ts';
import { DISTRICT, STREET, World } from '../support/world.ts';
import { axe } from './support/axe.ts';
import { Browser } from './support/browser.ts';
import type { Person } from './support/person.ts';

let world: World;
let browser: Browser;
let admin: Person;
let street: string;

const HEAD = ['单位名称', '单位简称', '单位性质', '所在地', '服务能力', '服务范围'];

beforeAll(async () => {
  world = await World.open();
  await world.unit('演示登记在先的单位');
  const { rows } = await world.sql.query<{ label: string }>(`SELECT label FROM division WHERE code = $1`, [STREET]);
  street = rows[0]!.label;
  browser = await Browser.open(world.app.url);
  admin = await browser.knows(await world.somebody('SYSTEM_ADMIN', DISTRICT));
});
afterEach(() => expect(browser.faults()).toEqual([]));
afterAll(async () => {
  await browser.close();
  await world.close();
});

const names = async () =>
  (await world.sql.query<{ name: string }>(`SELECT name FROM unit WHERE name LIKE '演示导入%' ORDER BY name`)).rows.map(
    ({ name }) => name,
  );

/** Chooses a file as people do who have no mouse. */
async function chooses(name: string, buffer: Buffer): Promise<void> {
  const chooser = admin.page.waitForEvent('filechooser');
  await admin.tabsTo(admin.button('选择文件'));
  await admin.types('Enter');
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

it('imports a list of units by keyboard, hands back its three wrong rows, and takes them once they are mended', async () => {
  await admin.opens('/imports/units');
  const file = await bookOf([
    HEAD,
    ['演示导入学校', '导入学校', '学校', street, '', ''],
    ['演示登记在先的单位', '', '企业', street, '', ''],
    ['演示导入医院', '导入医院', '医院', street, '', ''],
    ['演示导入物业', '', '火星', '没有的社区', '', ''],
    ['', '', '学校', street, '', ''],
  ]);
  await chooses('单位名单.xlsx', file);
  await admin.sees('导入结束，有3行没有导入');
  await admin.sees('2行已导入，3行没有导入');
  expect(await names()).toEqual(['演示导入医院', '演示导入学校']);

  const wrong = admin.page.getByRole('region', { name: '需要修改的单元格' }).getByRole('row');
  await wrong.filter({ hasText: '已有单位使用“演示登记在先的单位”这个名称' }).waitFor();
  await wrong.filter({ hasText: '火星' }).waitFor();
  await wrong.filter({ hasText: '没有的社区' }).waitFor();
  await admin.settled();
  expect(await axe(admin.page)).toEqual([]);

  await admin.tabsTo(admin.button(/下载没导入的行/));
  const download = admin.page.waitForEvent('download');
  await admin.types('Enter');
  const kept = await download;
  expect(kept.suggestedFilename()).toBe('单位名单-未导入的行.xlsx');
  const book = await opened(await readFile(await kept.path()));
  const sheet = book.worksheets[0]!;
  expect(textsOf(sheet).map(([line, name]) => [line, name])).toEqual([
    ['原行号', '单位名称'],
    ['3', '演示登记在先的单位'],
    ['5', '演示导入物业'],
    ['6', ''],
  ]);
  expect(sheet.getCell('D3').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });

  sheet.getCell('B2').value = '演示导入企业';
  sheet.getCell('D3').value = '物业公司';
  sheet.getCell('E3').value = street;
  sheet.getCell('B4').value = '演示导入小学';
  await admin.tabsTo(admin.button('导入另一个文件'));
  await admin.types('Enter');
  await chooses(kept.suggestedFilename(), Buffer.from(await book.xlsx.writeBuffer()));
  await admin.sees('导入完成');
  expect(await names()).toHaveLength(5);
});
