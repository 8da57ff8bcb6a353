import exceljs from 'exceljs';
import { safeText } from '../safe-text.ts';
import type { FailedRow, ImportRow } from './import.store.ts';

const LINE = '原行号';
const REMARK = '需要修改';
const WRONG = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } } as const;

/**
 * The rows that were not imported, as they were written, with the wrong cells coloured and a comment on each that says what to mend.
 * Mended it can be uploaded again as it is.
 */
export async function errorsBook(own: ImportRow, failed: readonly FailedRow[]): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('未导入的行', { views: [{ state: 'frozen', ySplit: 1 }] });
  // What an earlier file of this kind added is made anew.
  const kept = own.headers
    .map((header, place) => ({ header, place }))
    .filter(({ header }) => ![LINE, REMARK].includes(header));
  sheet.columns = [{ width: 10 }, ...kept.map(() => ({ width: 22 })), { width: 60 }].map(({ width }) => ({
    ...{ width, style: { numFmt: '@', alignment: { vertical: 'top' as const, wrapText: true } } },
  }));
  sheet.addRow([LINE, ...kept.map(({ header }) => safeText(header)), REMARK]).font = { bold: true };
  const placeOf = (column: string | null) =>
    column === null ? -1 : kept.findIndex(({ place }) => place === own.places[column]);
  for (const { line, cells, faults } of failed) {
    const remarks = faults.map(({ message }) => message);
    const row = sheet.addRow([
      line,
      ...kept.map(({ place }) => safeText(cells[place] ?? '')),
      safeText(remarks.join('\n')),
    ]);
    for (const { column, message } of faults) mark(row, placeOf(column), message);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Colours a cell, or the line number when the fault is the whole row's. Colour alone says nothing: the comment does. */
function mark(row: exceljs.Row, place: number, message: string): void {
  const cell = row.getCell(place + 2);
  cell.fill = WRONG;
  const before = typeof cell.note === 'string' ? `${cell.note}\n` : '';
  cell.note = before + message;
}
