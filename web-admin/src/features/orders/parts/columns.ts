import type { OrderState } from '../gql/graphql.ts';
import { COLUMN_LABELS } from '../orders.texts.ts';

export interface Column {
  readonly key: string;
  readonly label: string;
  readonly states: readonly OrderState[];
}

/** Running orders, from left to right as they go on. What waits for a word of the street in the middle of the work stands together. */
export const COLUMNS: readonly Column[] = [
  { key: 'submitted', label: COLUMN_LABELS.submitted, states: ['SUBMITTED'] },
  { key: 'info', label: COLUMN_LABELS.info, states: ['NEED_INFO'] },
  { key: 'open', label: COLUMN_LABELS.open, states: ['OPEN'] },
  { key: 'claimed', label: COLUMN_LABELS.claimed, states: ['CLAIMED'] },
  { key: 'progress', label: COLUMN_LABELS.progress, states: ['IN_PROGRESS'] },
  { key: 'held', label: COLUMN_LABELS.held, states: ['RELEASE_PENDING', 'SUSPEND_PENDING', 'SUSPENDED'] },
  { key: 'check', label: COLUMN_LABELS.check, states: ['DONE_PENDING_CHECK'] },
  { key: 'rating', label: COLUMN_LABELS.rating, states: ['AWAITING_RATING'] },
  { key: 'disputed', label: COLUMN_LABELS.disputed, states: ['DISPUTED'] },
];
