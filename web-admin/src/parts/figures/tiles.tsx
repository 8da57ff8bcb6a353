import { Link } from 'react-router';
import { BOARD } from '../../texts/figures.ts';

export interface Tile {
  readonly label: string;
  readonly value: string;
  readonly about?: string | undefined;
  readonly to: string;
  readonly sign?: 'red' | 'yellow';
}

const SIGNS = { red: '■', yellow: '▲' } as const;

/** The figures that are looked at first, each a link to what it counts. */
export function Tiles({ tiles }: { readonly tiles: readonly Tile[] }) {
  return (
    <ul className="tiles">
      {tiles.map(({ label, value, about, to, sign }) => (
        <li key={label}>
          <Link to={to} className="tile" data-sign={sign} aria-label={BOARD.opens([label, value, about].join(' '))}>
            <span className="tile-label">
              {sign && <span aria-hidden="true">{SIGNS[sign]} </span>}
              {label}
            </span>
            <strong>{value}</strong>
            <span className="soft">{about}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
