import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Light } from '../../parts/light.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { When } from '../../parts/when.tsx';
import { linkOf } from '../../shell/features.ts';
import type { LedgerLineFragment } from './gql/graphql.ts';
import { CHANNELS, type HEADS, LEDGER, URGENCIES } from './ledger.texts.ts';

export type ColumnKey = keyof typeof HEADS;

export interface Column {
  readonly key: ColumnKey;
  readonly width: number;
  /** The whole text, for pointing at a cell that is too narrow for it. */
  readonly text?: (order: LedgerLineFragment) => string | null | undefined;
  readonly cell?: (order: LedgerLineFragment) => ReactNode;
  /** Shown before anybody has chosen. */
  readonly usual?: boolean;
}

/** Number and address of an order. */
function NumberLink({ order: { id, number } }: { readonly order: LedgerLineFragment }) {
  const to = linkOf('order', id);
  const text = number ?? LEDGER.draft;
  return to ? <Link to={to}>{text}</Link> : <>{text}</>;
}

const when = (key: ColumnKey, at: (order: LedgerLineFragment) => string | null | undefined, usual = false): Column => ({
  ...{ key, usual, width: 150 },
  cell: (order) => at(order) && <When at={at(order)} />,
});

/** Every column there is, in the order in which they stand. */
export const COLUMNS: readonly Column[] = [
  { key: 'number', width: 205, usual: true, cell: (order) => <NumberLink order={order} /> },
  { key: 'title', width: 240, usual: true, text: ({ title }) => title ?? LEDGER.closed },
  { key: 'state', width: 110, usual: true, cell: ({ stateLabel }) => <StateTag label={stateLabel} /> },
  { key: 'light', width: 90, usual: true, cell: ({ light }) => <Light light={light} /> },
  { key: 'category', width: 130, usual: true, text: ({ category }) => category.name },
  { key: 'street', width: 140, text: ({ street }) => street.label },
  { key: 'community', width: 160, usual: true, text: ({ community }) => community.label },
  { key: 'estate', width: 150, text: ({ estate }) => estate },
  { key: 'unit', width: 200, usual: true, text: ({ unit }) => unit?.name },
  when('submitted', ({ submittedAt }) => submittedAt, true),
  when('due', ({ dueAt }) => dueAt, true),
  { key: 'urgency', width: 100, text: ({ urgency }) => URGENCIES[urgency] },
  { key: 'channel', width: 110, text: ({ channel }) => CHANNELS[channel] },
  { key: 'content', width: 280, text: ({ content }) => content },
  { key: 'result', width: 280, text: ({ result }) => result },
  { key: 'serial', width: 190, text: ({ serial }) => serial },
  when('cleared', ({ clearedAt }) => clearedAt),
];

export const USUAL: readonly ColumnKey[] = COLUMNS.filter(({ usual }) => usual).map(({ key }) => key);
