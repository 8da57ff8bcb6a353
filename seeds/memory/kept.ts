import type { ClockRow } from '../../api/src/platform/process/clocks.ts';
import type { OrderRow } from '../../api/src/modules/orders/index.ts';

export interface Offer {
  readonly unitId: string;
  readonly round: number;
  readonly offeredAt: Date;
  readonly deliveredAt: Date | null;
}

export interface Claim {
  readonly id: string;
  readonly unitId: string;
  readonly personId: string;
  readonly round: number;
  readonly assigned: boolean;
  readonly claimedAt: Date;
  releasedAt: Date | null;
  atFault: boolean | null;
}

export interface Share {
  readonly unitId: string;
  readonly part: string;
  state: 'INVITED' | 'ACCEPTED' | 'DECLINED' | 'ENDED';
  readonly invitedAt: Date;
  answeredAt: Date | null;
}

export interface Rating {
  readonly round: number;
  readonly voiceId: string;
  readonly personId: string;
  readonly relayed: boolean;
  readonly satisfied: boolean;
  readonly score: number | null;
  readonly text: string | null;
  readonly at: Date;
}

export interface Evaluation {
  readonly round: number;
  readonly grade: string;
  readonly text: string;
  readonly personId: string;
  readonly at: Date;
}

export interface Photo {
  readonly id: string;
  readonly uploaderId: string;
  readonly subjectId: string;
  readonly purpose: string;
  readonly at: Date;
}

/** An order with everything that hangs on it, as the tables would keep it. */
export interface KeptOrder {
  row: OrderRow;
  readonly clocks: Map<string, ClockRow>;
  readonly audience: Offer[];
  readonly claims: Claim[];
  readonly shares: Map<string, Share>;
  readonly ratings: Rating[];
  readonly evaluations: Evaluation[];
}

export const keptOrder = (row: OrderRow): KeptOrder => ({
  ...{ row, clocks: new Map(), audience: [], claims: [], shares: new Map() },
  ...{ ratings: [], evaluations: [] },
});

/** Upon what an order was closed off: a row of table `closing`. */
export interface KeptClosing {
  readonly noun: string;
  readonly subjectId: string;
  readonly round: number;
  readonly serial: string;
  readonly result: string;
  readonly evidence: unknown;
  readonly executorId: string;
  readonly executorUnitIds: readonly string[];
  readonly checkerId: string;
  readonly checkerUnitIds: readonly string[];
  readonly voice: string;
  readonly noticeGiven: boolean;
  readonly noNoticeReason: string | null;
  readonly closedBy: string | null;
  readonly at: Date;
}

/** An event as the outbox writes it: a row of table `event`. */
export interface EventRow {
  id: string;
  readonly subject_id: string;
  readonly action: string;
  readonly from_state: string | null;
  readonly to_state: string | null;
  readonly at: string;
  readonly person_id: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}
