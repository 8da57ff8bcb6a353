import { COVERAGE } from '../coverage.texts.ts';
import { CellButton } from './cell-button.tsx';
import { type Cell, gapsOf, type Street } from './rows.ts';

interface MatrixListProps {
  readonly streets: readonly Street[];
  readonly open: boolean;
  readonly onChosen: (cell: Cell) => void;
}

/** The same on a phone: streets that open, in them the communities with a cell for each kind of unit. */
export function MatrixList({ streets, open, onChosen }: MatrixListProps) {
  return streets.map(({ code, name, rows }) => {
    const cells = rows.flatMap((row) => row.cells);
    return (
      <details key={code} className="matrix-fold" open={open}>
        <summary>
          {COVERAGE.street(name, rows.length)}
          <span className="soft">{COVERAGE.streetGaps(gapsOf(cells), cells.length)}</span>
        </summary>
        {rows.map((row) => (
          <section key={row.code} aria-label={row.name}>
            <h3>{row.name}</h3>
            <div className="matrix-fields">
              {row.cells.map((cell) => (
                <CellButton key={cell.source} cell={cell} onChosen={onChosen} named />
              ))}
            </div>
          </section>
        ))}
      </details>
    );
  });
}
