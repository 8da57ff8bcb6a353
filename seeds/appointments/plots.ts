/** How the way of somebody into a seat stands in the demo world. */
export type Plot =
  | 'ACTIVE' | 'ENDING' | 'EXPIRED' | 'SUSPENDED' | 'VACATED' | 'ENDED' | 'ACCEPTED' | 'SEAT_OPEN' | 'NOMINATED' | 'STUDIED' | 'APPROVED'
  | 'IN_NOTICE' | 'OBJECTED' | 'APPOINTED' | 'REFUSED' | 'DECLINED' | 'CLOSED' | 'EMPTY'; // prettier-ignore

/** In turn: most sit, some are on the way, some have left, and some seats are empty. */
// prettier-ignore
export const PLOTS: readonly Plot[] = [
  'ACTIVE', 'ENDING', 'ACTIVE', 'ACTIVE', 'IN_NOTICE', 'ACTIVE', 'SEAT_OPEN', 'ACTIVE', 'EXPIRED', 'ACTIVE', 'EMPTY', 'ENDING',
  'NOMINATED', 'ACTIVE', 'VACATED', 'ACTIVE', 'STUDIED', 'ACTIVE', 'REFUSED', 'ACTIVE', 'SUSPENDED', 'APPOINTED', 'ACTIVE', 'ENDED',
  'ACTIVE', 'OBJECTED', 'APPROVED', 'ACTIVE', 'DECLINED', 'ACTIVE', 'ACCEPTED', 'EMPTY', 'ACTIVE', 'CLOSED', 'ENDING', 'ACTIVE', 'ACTIVE',
];

/** How long ago the seat was opened, in days: what waits has waited a little, what is in office began long before. */
export const BEGAN: Readonly<Record<Plot, readonly [least: number, most: number]>> = {
  ...{ ACTIVE: [60, 560], ENDING: [200, 560], EXPIRED: [260, 560], SUSPENDED: [120, 500], VACATED: [120, 500], ENDED: [200, 500] },
  ...{ ACCEPTED: [30, 34], SEAT_OPEN: [2, 8], NOMINATED: [5, 8], STUDIED: [9, 12], APPROVED: [13, 16], IN_NOTICE: [15, 18] },
  ...{ OBJECTED: [15, 18], APPOINTED: [26, 28], REFUSED: [60, 200], DECLINED: [60, 200], CLOSED: [60, 200], EMPTY: [0, 0] },
}; // prettier-ignore

/** Plots in which somebody has sat. */
export const SERVED: readonly Plot[] = ['ACTIVE', 'ENDING', 'EXPIRED', 'SUSPENDED', 'VACATED', 'ENDED'];
