import { Link } from 'react-router';
import { BOARD } from '../../texts/figures.ts';
import { sayRow } from './say.ts';
import type { Series, Shown } from './series.ts';

/** The same figures as a table; each that has a list behind it is a link. */
export function FigureTable({ title, shown: { rows, series } }: { readonly title: string; readonly shown: Shown }) {
  return (
    <div className="figure-table" role="region" aria-label={title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{BOARD.key}</th>
            {series.map(({ label }) => (
              <th scope="col" key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={`${row} ${String(n)}`}>
              <th scope="row">{row}</th>
              {series.map((one) => (
                <td key={one.label}>
                  <Figure one={one} row={n} name={row} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figure({ one, row, name }: { readonly one: Series; readonly row: number; readonly name: string }) {
  const value = one.values[row] ?? null;
  const said = sayRow(one, row);
  const address = value === null ? null : one.to?.(row);
  if (!address) return <>{said}</>;
  return (
    <Link to={address} aria-label={BOARD.opens(`${name} ${one.label} ${said}`)}>
      {said}
    </Link>
  );
}
