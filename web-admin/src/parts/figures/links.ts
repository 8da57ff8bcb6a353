import type { Light } from '../gql/graphql.ts';
import type { Span } from './span.ts';

/** What a list behind a figure holds. All of it stands in the address. */
export interface Behind {
  readonly span: Span;
  readonly division?: string | null | undefined;
  readonly unit?: string | null | undefined;
  readonly alliance?: string | null | undefined;
  readonly states?: readonly string[];
  readonly light?: Light;
  readonly late?: boolean;
  readonly rated?: boolean;
  readonly open?: boolean;
  readonly overdue?: boolean;
  readonly inTime?: boolean;
}

function addressOf(path: string, { span, states, ...rest }: Behind): string {
  const given = { ...span, ...rest, states: states?.join(',') };
  const params = Object.entries(given).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  );
  return `${path}?${new URLSearchParams(params).toString()}`;
}

export const toOrders = (behind: Behind): string => addressOf('/board/orders', behind);
export const toResolutions = (behind: Behind): string => addressOf('/board/resolutions', behind);
export const toMeetings = (behind: Behind): string => addressOf('/board/meetings', behind);

/** States in which a unit has reported its work done, as the figures count. */
export const FINISHED = ['DONE_PENDING_CHECK', 'AWAITING_RATING', 'DISPUTED', 'CLEARED'] as const;
/** States that are not at an end. */
export const RUNNING = [
  ...(['SUBMITTED', 'NEED_INFO', 'OPEN', 'CLAIMED', 'IN_PROGRESS', 'RELEASE_PENDING', 'SUSPEND_PENDING'] as const),
  ...(['SUSPENDED', 'DONE_PENDING_CHECK', 'AWAITING_RATING', 'DISPUTED'] as const),
] as const;
