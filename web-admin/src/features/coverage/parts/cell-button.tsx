import { COVERAGE } from '../coverage.texts.ts';
import { type Cell, keyOf, SIGNS, standingOf, wordsOf } from './rows.ts';

interface CellButtonProps {
  readonly cell: Cell;
  readonly onChosen: (cell: Cell) => void;
  readonly tabIndex?: number;
  /** Say the kind of unit too: no heading of a column does. */
  readonly named?: boolean;
}

/** How one kind of unit stands in one community: a click shows what is behind it. */
export function CellButton({ cell, onChosen, tabIndex, named = false }: CellButtonProps) {
  const standing = standingOf(cell);
  const words = wordsOf(cell);
  return (
    <button
      type="button"
      className={`matrix-cell matrix-${standing.toLowerCase()}`}
      data-cell={keyOf(cell)}
      tabIndex={tabIndex}
      aria-label={COVERAGE.cellAbout(cell.community, cell.sourceLabel, words)}
      onClick={() => onChosen(cell)}
    >
      {named && <span className="matrix-source">{cell.sourceLabel}</span>}
      <span>
        <span aria-hidden="true">{SIGNS[standing]}</span> {words}
      </span>
    </button>
  );
}
