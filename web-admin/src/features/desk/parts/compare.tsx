import { Fragment, type ReactNode } from 'react';
import { Button } from 'antd';
import { diffChars } from 'diff';
import { When } from '../../../parts/when.tsx';
import { Photos } from '../../../parts/orders/photos.tsx';
import type { DeskTwinFragment } from '../gql/graphql.ts';
import { DESK } from '../desk.texts.ts';

interface Row {
  readonly label: string;
  readonly of: (order: DeskTwinFragment) => string;
  /** Words are compared letter by letter. */
  readonly words?: boolean;
}

const ROWS: readonly Row[] = [
  { label: DESK.title2, of: ({ title }) => title ?? '', words: true },
  { label: DESK.content, of: ({ content }) => content ?? '', words: true },
  { label: DESK.place, of: ({ community, grid }) => [community.label, grid?.label].filter(Boolean).join(' ') },
  { label: DESK.estate, of: ({ estate }) => estate ?? '' },
  { label: DESK.who, of: ({ contact }) => (contact ? `${contact.name} ${contact.phone}` : '') },
  { label: DESK.state, of: ({ stateLabel }) => stateLabel },
];

interface Props {
  readonly order: DeskTwinFragment;
  readonly twin: DeskTwinFragment;
  readonly onMerge: (() => void) | null;
}

/** An order and one that may be the same, side by side. */
export function Compare({ order, twin, onMerge }: Props) {
  return (
    <table className="compare">
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{DESK.item}</span>
          </th>
          <th scope="col">{DESK.thisOrder}</th>
          <th scope="col">{DESK.candidate(twin.number ?? '')}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <CompareRow key={row.label} row={row} mine={row.of(order)} its={row.of(twin)} />
        ))}
        <tr>
          <th scope="row">{DESK.submitted}</th>
          <td>
            <When at={order.submittedAt} />
          </td>
          <td>
            <When at={twin.submittedAt} />
          </td>
        </tr>
        {order.photos.length + twin.photos.length > 0 && (
          <tr>
            <th scope="row">{DESK.photos}</th>
            <td>
              <Photos photos={order.photos} />
            </td>
            <td>
              <Photos photos={twin.photos} />
            </td>
          </tr>
        )}
        <tr>
          <td colSpan={2} />
          <td>{onMerge ? <Button onClick={onMerge}>{DESK.mergeInto}</Button> : DESK.cannotMerge}</td>
        </tr>
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: Row;
  readonly mine: string;
  readonly its: string;
}

function CompareRow({ row: { label, words = false }, mine, its }: RowProps) {
  if (mine === '' && its === '') return null;
  const same = mine === its;
  const [left, right] = words && !same ? marked(mine, its) : [mine, its];
  return (
    <tr>
      <th scope="row">
        {label}{' '}
        <span className={same ? 'compare-same' : 'compare-differs'}>
          {same ? `＝${DESK.same}` : `≠${DESK.differs}`}
        </span>
      </th>
      <td>{left}</td>
      <td>{right}</td>
    </tr>
  );
}

/** So much of the shorter text must be common to both before single letters are marked: else there is nothing to compare. */
const ALIKE = 0.4;

function marked(mine: string, its: string): readonly [ReactNode, ReactNode] {
  const parts = diffChars(mine, its);
  const common = parts
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.length, 0);
  if (common < ALIKE * Math.min(mine.length, its.length)) return [mine, its];
  const side = (own: 'added' | 'removed', other: 'added' | 'removed') =>
    parts
      .filter((part) => !part[other])
      .map((part, index) =>
        part[own] ? <mark key={index}>{part.value}</mark> : <Fragment key={index}>{part.value}</Fragment>,
      );
  return [side('removed', 'added'), side('added', 'removed')];
}
