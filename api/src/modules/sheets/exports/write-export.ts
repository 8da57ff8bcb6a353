import type { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import exceljs from 'exceljs';
import { safeText } from '../safe-text.ts';
import { valueAt, type Cell, type Export, type Node, type Say } from './export.ts';

interface Contents {
  /** Who took it, when, and how much: stands above the head of the table, on every printed page too. */
  readonly mark: string;
  readonly pages: AsyncIterable<readonly Node[]>;
  readonly say: Say;
}

/** Writes an export row by row into `out`; never holds more than a page of it. Throws what the pages throw. */
export async function writeExport(
  { title, columns }: Export,
  { mark, pages, say }: Contents,
  out: PassThrough,
): Promise<void> {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(title, {
    views: [{ state: 'frozen', ySplit: 2 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:2' },
    headerFooter: { oddFooter: `&L${mark.replaceAll('&', '&&').slice(0, 200)}&R&P/&N` },
  });
  sheet.columns = columns.map(({ width }) => ({
    width,
    style: { numFmt: '@', alignment: { vertical: 'top', wrapText: true } },
  }));
  markRow(sheet, mark, columns.length);
  headRow(
    sheet,
    columns.map(({ header }) => header),
  );
  sheet.autoFilter = { from: { row: 2, column: 1 }, to: { row: 2, column: columns.length } };
  for await (const nodes of pages) {
    for (const node of nodes)
      sheet.addRow(columns.map(({ path, shown }) => safe(shown(valueAt(node, path), say)))).commit();
    // Whatever was written goes out before more is read.
    if (out.writableNeedDrain) await drained(out);
    else await setImmediate();
  }
  sheet.commit();
  await book.commit();
}

type Sheet = exceljs.Worksheet;

function markRow(sheet: Sheet, mark: string, width: number): void {
  const row = sheet.addRow([safeText(mark)]);
  row.font = { italic: true, color: { argb: 'FF8C8C8C' } };
  row.alignment = { vertical: 'middle', wrapText: false };
  sheet.mergeCells(1, 1, 1, width);
  row.commit();
}

function headRow(sheet: Sheet, headers: readonly string[]): void {
  const row = sheet.addRow([...headers]);
  row.font = { bold: true };
  row.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF0F0F0' } };
  row.alignment = { vertical: 'middle' };
  row.commit();
}

const safe = (cell: Cell): Cell => (typeof cell === 'string' ? safeText(cell) : cell);

const drained = (out: PassThrough) =>
  new Promise<void>((resolve, reject) => {
    out.once('drain', resolve);
    out.once('close', () => reject(new Error('The reader has gone')));
  });
