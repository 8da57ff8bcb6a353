import { memo, type RefObject, useEffect, useRef, useState } from 'react';
import type { Column } from './columns.tsx';
import type { LedgerLineFragment } from './gql/graphql.ts';
import { HEADS } from './ledger.texts.ts';

/** Height of a row; the style sheet says the same. */
const ROW = 44;
/** Rows above and below what is seen: a turn of the wheel shows them at once. */
const AROUND = 12;
/** Rows from the end at which more are asked for. */
const AHEAD = 150;

interface VirtualTableProps {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rows: readonly LedgerLineFragment[];
  /** How many there are in all, read or not. */
  readonly total: number;
  /** More can be read, and nobody is reading. */
  readonly canRead: boolean;
  readonly onMore: () => void;
}

/** A table of any length of which only the rows in sight are drawn. A real table: heads and places are told to whoever listens to it. */
export function VirtualTable({ label, columns, rows, total, canRead, onMore }: VirtualTableProps) {
  const box = useRef<HTMLDivElement>(null);
  const [first, last] = useWindow(box, rows.length);
  const isNear = last + AHEAD >= rows.length;
  useEffect(() => {
    if (isNear && canRead) onMore();
  }, [isNear, canRead, onMore]);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div ref={box} className="ledger-box" role="region" aria-label={label} tabIndex={0}>
      <table className="ledger-table" style={{ minWidth: width }} aria-rowcount={total + 1}>
        <caption className="unseen">{label}</caption>
        <colgroup>
          {columns.map(({ key, width: own }) => (
            <col key={key} style={{ width: own }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ key }) => (
              <th key={key} scope="col">
                {HEADS[key]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={first} />
          {rows.slice(first, last).map((order, index) => (
            <Row key={order.id} order={order} columns={columns} place={first + index} />
          ))}
          <Gap rows={rows.length - last} />
        </tbody>
      </table>
    </div>
  );
}

/** First and last row that are drawn; moves in steps, so that not every pixel draws anew. */
function useWindow(box: RefObject<HTMLDivElement | null>, count: number): readonly [number, number] {
  const [seen, setSeen] = useState({ from: 0, rows: 20 });
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const look = () => {
      const from = Math.floor(element.scrollTop / ROW / 4) * 4;
      const rows = Math.ceil(element.clientHeight / ROW) + 4;
      setSeen((was) => (was.from === from && was.rows === rows ? was : { from, rows }));
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box]);
  const first = Math.max(0, Math.min(seen.from - AROUND, count - 1));
  return [first, Math.min(count, seen.from + seen.rows + AROUND)];
}

/** Room for rows that are not drawn. */
function Gap({ rows }: { readonly rows: number }) {
  return rows > 0 && <tr aria-hidden="true" className="ledger-gap" style={{ height: rows * ROW }} />;
}

interface RowProps {
  readonly order: LedgerLineFragment;
  readonly columns: readonly Column[];
  readonly place: number;
}

const Row = memo(({ order, columns, place }: RowProps) => (
  <tr aria-rowindex={place + 2} data-even={place % 2 === 0}>
    {columns.map(({ key, text, cell }, index) => {
      const Cell = index === 0 ? 'th' : 'td';
      return (
        <Cell key={key} {...(index === 0 && { scope: 'row' })} title={text?.(order) ?? undefined}>
          {cell ? cell(order) : text?.(order)}
        </Cell>
      );
    })}
  </tr>
));
Row.displayName = 'Row';
