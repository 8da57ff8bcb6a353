import { COVERAGE } from '../coverage.texts.ts';
import { type Cell, type Row, SIGNS, standingOf, wordsOf } from './rows.ts';

interface MatrixProps {
  readonly rows: readonly Row[];
  readonly onChosen: (cell: Cell) => void;
}

/** The picture itself: a row for each community, a column for each kind of unit. */
export function Matrix({ rows, onChosen }: MatrixProps) {
  const kinds = rows[0]?.cells ?? [];
  return (
    <div className="matrix-frame">
      <table className="matrix">
        <caption className="unseen">{COVERAGE.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{COVERAGE.community}</th>
            {kinds.map(({ source, sourceLabel }) => (
              <th scope="col" key={source}>
                {sourceLabel}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, name, cells }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              {cells.map((cell) => (
                <td key={cell.source}>
                  <CellButton cell={cell} onChosen={onChosen} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellButton({ cell, onChosen }: { readonly cell: Cell; readonly onChosen: (cell: Cell) => void }) {
  const standing = standingOf(cell);
  const words = wordsOf(cell);
  return (
    <button
      type="button"
      className={`matrix-cell matrix-${standing.toLowerCase()}`}
      aria-label={COVERAGE.cellAbout(cell.community, cell.sourceLabel, words)}
      onClick={() => onChosen(cell)}
    >
      <span aria-hidden="true">{SIGNS[standing]}</span> {words}
    </button>
  );
}

const MEANINGS = [
  ['HELD', COVERAGE.heldAbout],
  ['VACANT', COVERAGE.vacantAbout],
  ['LACKING', COVERAGE.lackingAbout],
] as const;

/** What the signs mean. */
export function Legend() {
  return (
    <ul className="matrix-legend" aria-label={COVERAGE.legend}>
      {MEANINGS.map(([standing, about]) => (
        <li key={standing}>
          <span className={`matrix-cell matrix-${standing.toLowerCase()}`} aria-hidden="true">
            {SIGNS[standing]}
          </span>
          {about}
        </li>
      ))}
    </ul>
  );
}
