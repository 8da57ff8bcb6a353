import { COVERAGE } from '../coverage.texts.ts';
import { CellButton } from './cell-button.tsx';
import { type Cell, gapsOf, keyOf, type Row, SIGNS, standingOf, type Street } from './rows.ts';
import type { Opening } from './use-opening.ts';
import { useRoving } from './use-roving.ts';

interface MatrixProps {
  readonly streets: readonly Street[];
  readonly opening: Opening;
  readonly onChosen: (cell: Cell) => void;
}

/** The picture itself: a row for each community below its street, a column for each kind of unit. */
export function Matrix({ streets, opening, onChosen }: MatrixProps) {
  const open = streets.filter(({ code }) => opening.isOpen(code));
  const keys = open.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(keyOf)));
  const { tabIndexOf, table } = useRoving(keys);
  return (
    <div className="matrix-frame">
      <table className="matrix" role="grid" aria-label={COVERAGE.caption} {...table}>
        <thead>
          <tr>
            <th scope="col">{COVERAGE.community}</th>
            {(streets[0]?.rows[0]?.cells ?? []).map(({ source, sourceLabel }) => (
              <th scope="col" key={source}>
                {sourceLabel}
              </th>
            ))}
          </tr>
        </thead>
        {streets.map((street) => (
          <Group key={street.code} {...{ street, opening, onChosen, tabIndexOf }} />
        ))}
      </table>
    </div>
  );
}

interface GroupProps extends Omit<MatrixProps, 'streets'> {
  readonly street: Street;
  readonly tabIndexOf: (key: string) => number;
}

/** A street in one row, and its communities below it when it is open. */
function Group({ street: { code, name, rows }, opening, onChosen, tabIndexOf }: GroupProps) {
  const isOpen = opening.isOpen(code);
  return (
    <>
      <tbody>
        <tr className="matrix-street">
          <th scope="row">
            <button type="button" aria-expanded={isOpen} onClick={() => opening.turn(code)}>
              <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {COVERAGE.street(name, rows.length)}
            </button>
          </th>
          {(rows[0]?.cells ?? []).map(({ source }, column) => (
            <td key={source}>
              <Strip cells={rows.flatMap(({ cells }) => cells[column] ?? [])} />
            </td>
          ))}
        </tr>
      </tbody>
      <tbody hidden={!isOpen}>
        {rows.map((row) => (
          <Line key={row.code} {...{ row, onChosen, tabIndexOf }} />
        ))}
      </tbody>
    </>
  );
}

/** A street at a glance: a sign for each of its communities. */
function Strip({ cells }: { readonly cells: readonly Cell[] }) {
  return (
    <>
      <span className="matrix-strip" aria-hidden="true">
        {cells.map((cell) => (
          <span key={cell.communityCode} className={`matrix-${standingOf(cell).toLowerCase()}`} title={cell.community}>
            {SIGNS[standingOf(cell)]}
          </span>
        ))}
      </span>
      <span className="matrix-figure">{COVERAGE.streetGaps(gapsOf(cells), cells.length)}</span>
    </>
  );
}

interface LineProps extends Omit<GroupProps, 'street' | 'opening'> {
  readonly row: Row;
}

function Line({ row: { name, cells }, onChosen, tabIndexOf }: LineProps) {
  return (
    <tr className="matrix-line">
      <th scope="row">{name}</th>
      {cells.map((cell) => (
        <td key={cell.source}>
          <CellButton cell={cell} onChosen={onChosen} tabIndex={tabIndexOf(keyOf(cell))} />
        </td>
      ))}
    </tr>
  );
}
