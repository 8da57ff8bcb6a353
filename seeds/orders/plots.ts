/**
 * How orders go, as lines of actions. `claim:2-3` waits two to three working days before the claim; without figures the usual
 * time passes. `resting` is for how many working days the order has stood as the plot leaves it when the world begins.
 */
export interface Plot {
  readonly state: string;
  readonly count: number;
  readonly actions: string;
  readonly resting: readonly [low: number, high: number];
  readonly master?: true;
  /** For how many days at most the order has stood so: the clock ends it soon after, days off or not. */
  readonly atMost?: number;
}

const plot = (state: string, count: number, actions: string, ...resting: [number, number]): Plot => ({
  ...{ state, count, actions, resting },
});
/** The order goes on within another one, so there must be one. */
const merged = (...given: Parameters<typeof plot>): Plot => ({ ...plot(...given), master: true });

/** The order waits for the resident, and the clock does not wait for long. */
const waiting = (atMost: number, ...given: Parameters<typeof plot>): Plot => ({ ...plot(...given), atMost });

const SENT = 'create submit';
const OPENED = `${SENT} approve`;
const TAKEN = `${OPENED} claim`;
const BEGUN = `${TAKEN} start`;
const DONE = `${BEGUN} finish`;
const CHECKED = `${DONE} pass`;

// prettier-ignore
export const PLOTS: readonly Plot[] = [
  plot('DRAFT', 30, 'create', 0.1, 20),
  plot('DRAFT', 10, 'create edit', 0.1, 20),
  plot('SUBMITTED', 62, SENT, 0, 0.9),
  plot('SUBMITTED', 8, SENT, 1.3, 4),
  plot('SUBMITTED', 10, `${SENT} askMore answer`, 0, 0.9),
  plot('SUBMITTED', 6, `${SENT} reject appeal`, 0, 0.9),
  plot('SUBMITTED', 4, `${SENT} askMore`, 5.2, 6.5),
  waiting(4, 'NEED_INFO', 30, `${SENT} askMore`, 0, 2.8),
  plot('OPEN', 79, OPENED, 0, 1.9),
  plot('OPEN', 8, `${OPENED} note urge`, 0, 0.4),
  plot('OPEN', 26, OPENED, 2.4, 5),
  plot('OPEN', 12, `${OPENED} widen:2.3-3`, 0, 1.8),
  plot('OPEN', 8, `${OPENED} propose:2.3-3`, 0.2, 3),
  plot('OPEN', 8, `${TAKEN} requestRelease acceptRelease`, 0, 1.9),
  plot('OPEN', 4, `${BEGUN} requestRelease:2-4 acceptRelease`, 0, 1.9),
  plot('OPEN', 5, `${CHECKED} dispute respond returnToPool`, 0, 1.9),
  plot('OPEN', 5, `${CHECKED} rate reopen`, 0, 1.9),
  plot('CLAIMED', 70, TAKEN, 0, 0.9),
  plot('CLAIMED', 6, TAKEN, 3.5, 6),
  plot('CLAIMED', 10, `${OPENED} claimJoint`, 0, 0.8),
  plot('CLAIMED', 8, `${OPENED} claimJoint acceptShare`, 0, 0.8),
  plot('CLAIMED', 6, `${TAKEN} requestRelease refuseRelease`, 0, 0.9),
  plot('CLAIMED', 10, `${OPENED} assign:2.3-2.9`, 0, 0.9),
  plot('IN_PROGRESS', 70, BEGUN, 0, 4),
  plot('IN_PROGRESS', 40, `${BEGUN} report:2-4`, 0, 1.5),
  plot('IN_PROGRESS', 12, `${BEGUN} note requestExtend:2-4 grantExtend`, 0, 2),
  plot('IN_PROGRESS', 10, `${BEGUN} requestExtend:2-4`, 0, 0.9),
  plot('IN_PROGRESS', 6, `${BEGUN} requestExtend:2-4 refuseExtend`, 0, 1),
  plot('IN_PROGRESS', 22, `${BEGUN} report:3-4.5`, 4, 14),
  plot('IN_PROGRESS', 14, `${DONE} rework`, 0, 1.5),
  plot('IN_PROGRESS', 8, `${CHECKED} dispute respond redo`, 0, 1.5),
  plot('IN_PROGRESS', 6, `${BEGUN} requestSuspend grantSuspend resume`, 0, 2),
  // The day on which it is looked at again has come.
  plot('IN_PROGRESS', 4, `${BEGUN} requestSuspend grantSuspend`, 21, 23),
  plot('IN_PROGRESS', 6, `${BEGUN} requestSuspend refuseSuspend`, 0, 2),
  plot('IN_PROGRESS', 14, `${BEGUN} urge supervise replySupervision`, 0, 1),
  plot('IN_PROGRESS', 6, `${BEGUN} supervise`, 0.1, 2.5),
  plot('IN_PROGRESS', 7, `${CHECKED} rate reopenWithUnit`, 0, 3),
  plot('IN_PROGRESS', 5, `${OPENED} claimJoint acceptShare declineShare start`, 0, 2),
  plot('RELEASE_PENDING', 13, `${TAKEN} requestRelease`, 0, 0.9),
  plot('RELEASE_PENDING', 5, `${BEGUN} requestRelease`, 0, 0.9),
  plot('RELEASE_PENDING', 2, `${TAKEN} requestRelease acceptRelease claim requestRelease acceptRelease claim requestRelease`, 0, 0.9),
  plot('SUSPEND_PENDING', 12, `${BEGUN} requestSuspend`, 0, 0.9),
  plot('SUSPENDED', 28, `${BEGUN} requestSuspend grantSuspend`, 0, 4),
  plot('DONE_PENDING_CHECK', 62, DONE, 0, 1.9),
  plot('DONE_PENDING_CHECK', 12, DONE, 2.2, 5),
  plot('DONE_PENDING_CHECK', 6, `${DONE} rework finish`, 0, 1.9),
  waiting(12, 'AWAITING_RATING', 110, CHECKED, 0, 6),
  plot('DISPUTED', 20, `${CHECKED} dispute`, 0, 1.9),
  plot('DISPUTED', 10, `${CHECKED} dispute respond`, 0, 1),
  plot('CLEARED', 330, `${CHECKED} rate`, 0, 200),
  plot('CLEARED', 170, `${CHECKED} rate evaluate`, 0, 200),
  plot('CLEARED', 60, `${BEGUN} revealContact report:2-4 finish pass rate evaluate`, 0, 200),
  plot('CLEARED', 110, CHECKED, 12, 200),
  plot('CLEARED', 40, `${OPENED} claimJoint acceptShare start finish pass rate`, 0, 200),
  plot('CLEARED', 40, `${OPENED} assign:2.3-2.9 start finish pass rate evaluate`, 0, 200),
  plot('CLEARED', 40, `${DONE} rework finish pass rate`, 0, 200),
  plot('CLEARED', 25, `${SENT} askMore answer approve claim start note finish pass rate`, 0, 200),
  plot('CLEARED', 35, `${CHECKED} dispute respond closeDispute evaluate`, 0, 120),
  plot('CLEARED', 10, `${CHECKED} rate reopenWithUnit finish pass rate`, 0, 120),
  plot('CLEARED', 10, `${BEGUN} requestExtend:2-4 grantExtend finish pass rate`, 0, 160),
  plot('CLEARED', 10, `${BEGUN} urge supervise replySupervision finish pass rate`, 0, 160),
  plot('WITHDRAWN', 8, 'create withdraw', 0, 100),
  plot('WITHDRAWN', 32, `${SENT} withdraw`, 0, 180),
  plot('WITHDRAWN', 5, `${SENT} askMore withdraw`, 0, 180),
  plot('WITHDRAWN', 15, `${OPENED} withdraw`, 0, 180),
  plot('REJECTED', 40, `${SENT} reject`, 0, 180),
  plot('REJECTED', 5, `${SENT} reject appeal reject`, 0, 180),
  merged('MERGED', 30, `${SENT} merge`, 0, 3),
  merged('MERGED', 5, `${OPENED} merge`, 0, 3),
  merged('OPEN', 5, `${SENT} merge unmerge approve`, 0, 1.5),
  plot('REFERRED', 34, `${SENT} refer`, 0, 180),
  plot('REFERRED', 6, `${OPENED} refer:2.3-3`, 0, 100),
];
