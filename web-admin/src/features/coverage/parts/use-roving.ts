import { type FocusEvent, type KeyboardEvent, useState } from 'react';

const CELL = '[data-cell]';
type Move = readonly [rows: number, columns: number];

const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

const within = (index: number, length: number) => Math.max(0, Math.min(length - 1, index));

/** The cell to which a key leads from another one. */
function cellTo(cell: Element, [down, right]: Move): HTMLElement | null {
  const rows = [...(cell.closest('table')?.querySelectorAll('tbody:not([hidden]) > tr') ?? [])]
    .map((row) => [...row.querySelectorAll<HTMLElement>(CELL)])
    .filter(({ length }) => length > 0);
  const at = rows.findIndex((row) => row.includes(cell as HTMLElement));
  const row = rows[within(at + down, rows.length)] ?? [];
  return row[within((rows[at]?.indexOf(cell as HTMLElement) ?? 0) + right, row.length)] ?? null;
}

const cellOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(CELL) : null;

/** The cells of a table are one stop of the Tab key; within them the arrows lead. */
export function useRoving(cells: readonly string[]) {
  const [last, setLast] = useState<string | null>(null);
  const stop = last !== null && cells.includes(last) ? last : cells[0];
  const onFocus = ({ target }: FocusEvent) => {
    const cell = cellOf(target);
    if (cell) setLast(cell.dataset['cell'] ?? null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    const cell = cellOf(event.target);
    if (!move || !cell) return;
    event.preventDefault();
    cellTo(cell, move)?.focus();
  };
  return { tabIndexOf: (key: string) => (key === stop ? 0 : -1), table: { onFocus, onKeyDown } };
}
