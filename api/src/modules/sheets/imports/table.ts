import { LIMITS } from '../sheet.limits.ts';
import { sheetReasons } from '../sheet.reasons.ts';
import type { Table } from './book.worker.ts';
import { trimmed, type ImportColumn } from './column.ts';
import { nameForm } from './lists.ts';

/** A row as somebody wrote it. */
export interface WrittenRow {
  /** Its line in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The table of an upload: its own head, where the columns of the import stand in it, and the rows below that are not blank. */
export interface WrittenTable {
  readonly headers: readonly string[];
  /** By key of the column: the place in the row. */
  readonly places: Readonly<Record<string, number>>;
  readonly rows: readonly WrittenRow[];
}

/** Lines above the head: titles and notes that people put there. */
const ABOVE = 15;

/** 单位名称*（必填） and 单位名称 are one. */
const headForm = (text: string): string =>
  nameForm(text)
    .replace(/[(（[【].*$/, '')
    .replaceAll(/[*＊:：]/g, '');

/** Finds the table of an import among the sheets of a book. Refuses a book without one, and says what it misses. */
export function tableIn(sheets: readonly Table[], columns: readonly ImportColumn[]): WrittenTable {
  const heads = sheets.flatMap((sheet) =>
    sheet.rows.slice(0, ABOVE).map((row, at) => headOf(sheet, row, { at, columns })),
  );
  const best = heads.reduce<Head | null>((one, other) => (one && one.known >= other.known ? one : other), null);
  const required = columns.filter((column) => column.required);
  const labelled = (some: readonly ImportColumn[]) => ({
    values: { columns: some.map(({ label }) => label).join('、') },
  });
  if (!best || best.known < 2) return sheetReasons.refuse('SHEET_NO_HEADER', labelled(required));
  const missing = required.filter(({ key }) => best.places[key] === undefined);
  if (missing.length > 0) sheetReasons.refuse('SHEET_COLUMNS', labelled(missing));
  const rows = rowsBelow(best);
  if (rows.length === 0) sheetReasons.refuse('SHEET_EMPTY');
  if (rows.length > LIMITS.rows) sheetReasons.refuse('SHEET_TOO_MANY', { values: { max: LIMITS.rows } });
  return { headers: best.row.map(trimmed), places: best.places, rows };
}

interface Head {
  readonly sheet: Table;
  readonly row: readonly string[];
  readonly at: number;
  readonly places: Readonly<Record<string, number>>;
  /** How many columns of the import stand in the line. */
  readonly known: number;
}

function headOf(
  sheet: Table,
  row: readonly string[],
  { at, columns }: { readonly at: number; readonly columns: readonly ImportColumn[] },
): Head {
  const forms = row.map(headForm);
  const found = columns.flatMap(({ key, label }) => {
    const place = forms.indexOf(headForm(label));
    if (place >= 0 && forms.lastIndexOf(headForm(label)) !== place)
      sheetReasons.refuse('SHEET_COLUMN_TWICE', { values: { column: label } });
    return place < 0 ? [] : [[key, place] as const];
  });
  return { sheet, row, at, places: Object.fromEntries(found), known: found.length };
}

function rowsBelow({ sheet, row: head, at, places }: Head): WrittenRow[] {
  const own = Object.values(places);
  return sheet.rows.slice(at + 1).flatMap((row, index) => {
    const cells = head.map((_, place) => trimmed(row[place] ?? ''));
    // A line number or a remark alone makes no row.
    return own.some((place) => cells[place] !== '') ? [{ line: at + index + 2, cells }] : [];
  });
}
