import { parentPort, workerData } from 'node:worker_threads';
import * as xlsx from '@e965/xlsx';
import { rowsOfCsv, textOf } from './csv.ts';
import { isZip, staysWithin } from './unpacked.ts';

// Runs in a thread of its own, with little memory and a limit of time (book.ts): whatever a stranger's file makes the reader do ends here.

const { bytes: given, unpacked, mostRows, columns, cell } = workerData as Task;

export interface Task {
  readonly bytes: Uint8Array;
  readonly unpacked: number;
  readonly mostRows: number;
  readonly columns: number;
  readonly cell: number;
}

export interface Table {
  readonly name: string;
  /** Rows from the first line of the sheet on; blank cells are empty. */
  readonly rows: readonly (readonly string[])[];
}

/** What was read, or why not. */
export type Reading = readonly Table[] | 'SHEET_NOT_TABLE' | 'SHEET_DAMAGED' | 'SHEET_TOO_MANY';

/** The package says nothing of the types of this part. */
const formats = xlsx.SSF as {
  is_date(format: string): boolean;
  parse_date_code(serial: number): { readonly y: number; readonly m: number; readonly d: number } | null;
};

/** Codes of what formulas came to when they came to nothing. */
const ERRORS: Readonly<Record<number, string>> = {
  ...{ 0: '#NULL!', 7: '#DIV/0!', 15: '#VALUE!', 23: '#REF!', 29: '#NAME?', 36: '#NUM!', 42: '#N/A' },
};

const OLD_WORKBOOK = 'd0cf11e0a1b11ae1';

function read(bytes: Buffer): Reading {
  if (isZip(bytes)) return staysWithin(bytes, unpacked) ? readBook(bytes) : 'SHEET_DAMAGED';
  if (bytes.toString('hex', 0, 8) === OLD_WORKBOOK) return readBook(bytes);
  const text = textOf(bytes);
  if (text === null) return 'SHEET_NOT_TABLE';
  return [{ name: 'CSV', rows: rowsOfCsv(text, mostRows).map((row) => row.slice(0, columns).map(cut)) }];
}

function readBook(bytes: Buffer): Reading {
  const book = xlsx.read(bytes, {
    ...{ type: 'buffer', dense: true, sheetRows: mostRows + 1, nodim: true },
    // Nothing but values: no formula is kept, none is reckoned.
    ...{ cellFormula: false, cellHTML: false, cellText: false, cellNF: true, bookVBA: false, bookDeps: false },
  });
  const shown = book.SheetNames.filter((_, index) => !book.Workbook?.Sheets?.[index]?.Hidden);
  const tables = shown.map((name) => ({ name, rows: rowsOfSheet(book.Sheets[name]!) }));
  if (tables.length === 0) return 'SHEET_NOT_TABLE';
  return tables.some(({ rows }) => rows.length > mostRows) ? 'SHEET_TOO_MANY' : tables;
}

function rowsOfSheet(sheet: xlsx.WorkSheet): string[][] {
  const data = (sheet['!data'] ?? []) as (xlsx.CellObject[] | undefined)[];
  const rows = Array.from(data, (row) => Array.from(row?.slice(0, columns) ?? [], (one) => textIn(one)));
  while (rows.length > 0 && rows.at(-1)!.every((text) => text === '')) rows.pop();
  return rows;
}

function textIn(one: xlsx.CellObject | undefined): string {
  if (!one || one.v === undefined || one.v === null) return '';
  switch (one.t) {
    case 'n':
      return numberText(one.v as number, one.z);
    case 'b':
      return one.v === true ? '是' : '否';
    case 'e':
      return ERRORS[Number(one.v)] ?? '#ERROR!';
    default:
      return cut(String(one.v));
  }
}

/** A phone or a code typed as a number keeps its digits; a day is spelt as one. */
function numberText(value: number, format: xlsx.NumberFormat | undefined): string {
  if (format !== undefined && formats.is_date(String(format))) return dayText(value);
  return Number.isSafeInteger(value) ? BigInt(value).toString() : String(value);
}

function dayText(serial: number): string {
  const day = formats.parse_date_code(serial);
  if (!day) return String(serial);
  return `${String(day.y).padStart(4, '0')}-${String(day.m).padStart(2, '0')}-${String(day.d).padStart(2, '0')}`;
}

const cut = (text: string): string => text.slice(0, cell + 1);

function answer(): Reading {
  try {
    return read(Buffer.from(given.buffer, given.byteOffset, given.byteLength));
  } catch {
    return 'SHEET_DAMAGED';
  }
}

parentPort!.postMessage(answer());
