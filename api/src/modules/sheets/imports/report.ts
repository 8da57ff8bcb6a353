import type { ImportColumn } from './column.ts';
import type { FailedRow, ImportRow } from './import.store.ts';
import { columnsOf } from './kind.ts';

/** What became of an import, as its owner is told. */
export function summaryOf(row: ImportRow) {
  const { id, kind, fileName, rows, done, repeated, failed, trouble } = row;
  return {
    ...{ id, kind, fileName, rows, done, repeated, failed, trouble },
    finished: row.finishedAt !== null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** The same, with the rows that were not imported: line, column, what stands there and what to mend. Secrets are not shown. */
export function reportOf(row: ImportRow, failures: readonly FailedRow[]) {
  const columns = columnsOf(row.kind);
  const textOf = ({ cells }: FailedRow, column: ImportColumn | undefined) =>
    (column && cells[row.places[column.key] ?? -1]) ?? '';
  const shown = failures.map((failed) => ({
    line: failed.line,
    // By what people know which row it is.
    name: textOf(failed, columns[0]),
    faults: failed.faults.map(({ column: key, message }) => {
      const column = columns.find((one) => one.key === key);
      const text = textOf(failed, column);
      return { column: column?.label ?? null, text: column?.secret && text !== '' ? '••••••' : text, message };
    }),
  }));
  return { ...summaryOf(row), failures: shown };
}
