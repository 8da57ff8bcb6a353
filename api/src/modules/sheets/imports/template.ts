import exceljs from 'exceljs';
import { LIMITS } from '../sheet.limits.ts';
import type { ImportColumn } from './column.ts';
import type { ImportKind } from './kind.ts';
import type { Lists } from './lists.ts';

const HEAD = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFDE9D9' } } as const;
const CHOICES = '可选项';

/** The workbook that people fill: a table with drop-down lists and text columns, the instructions, and what can be chosen. */
export async function templateBook(kind: ImportKind, lists: Lists): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const table = book.addWorksheet(kind.title, { views: [{ state: 'frozen', ySplit: 1 }] });
  const offered = kind.columns.map((column) => ({ column, choices: column.choices?.(lists) ?? [] }));
  headOf(table, kind.columns);
  instruct(book.addWorksheet('填写说明'), kind);
  const shown = [...offered, { column: CATEGORIES, choices: categoriesOf(kind, lists) }].filter(
    ({ choices }) => choices.length > 0,
  );
  const ranges = choose(book.addWorksheet(CHOICES), shown);
  for (const { column, range } of ranges) offer(table, kind.columns.indexOf(column) + 1, range, column);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Names that a column of several values takes; Excel has no list to choose several from. */
const CATEGORIES = { key: 'capabilities', label: '服务能力' } as ImportColumn;
const categoriesOf = ({ columns }: ImportKind, { categories }: Lists) =>
  columns.some(({ key }) => key === CATEGORIES.key) ? categories.map(({ name }) => name) : [];

function headOf(sheet: exceljs.Worksheet, columns: readonly ImportColumn[]): void {
  // As text throughout: digits of a phone or a code stay digits, a day stays as it was typed.
  sheet.columns = columns.map(({ width }) => ({ width, style: { numFmt: '@' } }));
  const row = sheet.addRow(columns.map(({ label, required }) => (required ? `${label}*` : label)));
  row.height = 22;
  columns.forEach(({ help, required }, index) => {
    const cell = row.getCell(index + 1);
    Object.assign(cell, { font: { bold: true, color: { argb: required ? 'FFC00000' : 'FF000000' } }, fill: HEAD });
    cell.note = `${required ? '必填。' : '选填。'}${help}`;
  });
}

function instruct(sheet: exceljs.Worksheet, { title, columns, notes }: ImportKind): void {
  sheet.columns = [{ width: 18 }, { width: 8 }, { width: 60 }, { width: 30 }];
  sheet.addRow([`${title}导入模板填写说明`]).font = { bold: true, size: 14 };
  const common = [
    `一次最多${LIMITS.rows}行、${LIMITS.upload / 1024 / 1024}MB。请不要改动标题行，带*的列必须填写。`,
    '每行要么全部导入，要么不导入；没有导入的行会列出原因，可下载改好后再次上传，已导入的行不会重复。',
  ];
  [...notes, ...common].forEach((note, index) => sheet.addRow([`${index + 1}. ${note}`]));
  sheet.addRow([]);
  sheet.addRow(['列', '必填', '怎样填写', '示例']).font = { bold: true };
  for (const { label, required, help, example } of columns)
    sheet.addRow([label, required ? '是' : '否', help, example]);
}

interface Offered {
  readonly column: ImportColumn;
  readonly choices: readonly string[];
}

/** Writes each list into a column of its own; gives back where it stands. */
function choose(sheet: exceljs.Worksheet, offered: readonly Offered[]) {
  return offered.map(({ column, choices }, index) => {
    const own = sheet.getColumn(index + 1);
    own.width = Math.min(50, Math.max(12, ...choices.map((choice) => choice.length * 2)));
    own.numFmt = '@';
    sheet.getCell(1, index + 1).value = column.label;
    sheet.getCell(1, index + 1).font = { bold: true };
    choices.forEach((choice, at) => (sheet.getCell(at + 2, index + 1).value = choice));
    const letter = own.letter;
    return { column, range: `'${CHOICES}'!$${letter}$2:$${letter}$${choices.length + 1}` };
  });
}

/** Offers a list for every row of a column. Other words can be typed too: a code, or a name in another form. */
function offer(sheet: exceljs.Worksheet, place: number, range: string, { label }: ImportColumn): void {
  if (place === 0) return;
  const { letter } = sheet.getColumn(place);
  const validations = (
    sheet as unknown as { readonly dataValidations: { add(where: string, rule: exceljs.DataValidation): void } }
  ).dataValidations;
  validations.add(`${letter}2:${letter}${LIMITS.rows + 1}`, {
    ...{ type: 'list', allowBlank: true, formulae: [range], showErrorMessage: true, errorStyle: 'warning' },
    ...{ errorTitle: label, error: '这一项不在列表中，请核对后再继续。' },
  });
}
