import type { OrderAction } from '../../api/src/modules/orders/index.ts';
import { between, type Random } from '../random.ts';
import { WORKDAY, type OfficeHours } from './office-hours.ts';
import type { Plot } from './plots.ts';

/** One act of a plot, and when it happens. */
export interface Beat {
  readonly action: OrderAction | 'create';
  readonly at: Date;
}

/** How many minutes of office hours usually pass before an act. */
// prettier-ignore
const PAUSES: Readonly<Record<Beat['action'], readonly [low: number, high: number]>> = {
  create: [0, 0], edit: [5, 40], submit: [3, 60], withdraw: [30, 500],
  approve: [30, 330], askMore: [30, 300], answer: [30, 400], reject: [60, 330], appeal: [200, 1300],
  merge: [60, 330], unmerge: [60, 400], refer: [60, 330],
  claim: [10, 560], claimJoint: [20, 560], assign: [980, 1200], widen: [980, 1200], propose: [980, 1200],
  acceptShare: [20, 200], declineShare: [20, 150], start: [60, 650],
  requestRelease: [30, 350], acceptRelease: [60, 350], refuseRelease: [60, 350],
  requestExtend: [600, 1400], grantExtend: [60, 350], refuseExtend: [60, 350],
  requestSuspend: [300, 900], grantSuspend: [60, 350], refuseSuspend: [60, 350], resume: [600, 2600],
  report: [700, 1400], finish: [300, 900], pass: [60, 600], rework: [60, 600],
  rate: [60, 1500], dispute: [60, 1500], respond: [60, 400], redo: [60, 350], returnToPool: [60, 350], closeDispute: [60, 400],
  evaluate: [200, 2000], reopen: [800, 4000], reopenWithUnit: [800, 4000],
  urge: [500, 1100], supervise: [100, 500], replySupervision: [60, 350], note: [30, 300], revealContact: [5, 60],
  // Acts of the clock: they come by themselves.
  ...{ lapse: [0, 0], flagUnclaimed: [0, 0], resumeDue: [0, 0], clear: [0, 0] }, follow: [10, 60], unfollow: [10, 60],
};
/** What residents do, in the evening or on a day off if they can. */
const AT_LEISURE: ReadonlySet<string> = new Set([
  'create',
  'submit',
  'answer',
  'appeal',
  'withdraw',
  'rate',
  'dispute',
  'reopen',
  'reopenWithUnit',
  'urge',
]);
/** What an emergency leaves little time for. */
const HURRIED: ReadonlySet<string> = new Set([
  'submit',
  'approve',
  'askMore',
  'answer',
  'claim',
  'claimJoint',
  'start',
  'finish',
  'acceptShare',
]);
const HURRY = 0.06;
const DAYS_AGO = 200;

export interface Pace {
  readonly random: Random;
  readonly hours: OfficeHours;
  readonly urgent: boolean;
}

/** Sets the acts of a plot on the calendar, so that the last one lies as far back as the plot rests. */
export function beatsOf(plot: Plot, pace: Pace): Beat[] {
  const { random, hours, urgent } = pace;
  const acts = plot.actions.split(' ').map((token) => actOf(token, random, urgent));
  let before = rest(plot, pace) + 2;
  const starts = acts.toReversed().map(({ pause }) => {
    const start = before;
    before += pause;
    return start;
  });
  const planned = acts.map(({ action }, index) => ({ action, at: hours.instant(starts[acts.length - 1 - index]!) }));
  return inOrder(
    planned.map(({ action, at }, index) => ({ action, at: withLeisure({ action, at }, planned[index + 1]) })),
  );

  function withLeisure({ action, at }: Beat, next: Beat | undefined): Date {
    if (urgent || !AT_LEISURE.has(action)) return at;
    return hours.leisure(at, next?.at ?? new Date(8.64e15), random);
  }
}

/** No act before the one on which it follows; none in the same second. */
function inOrder(beats: readonly Beat[]): Beat[] {
  let last = 0;
  return beats.map(({ action, at }, index) => {
    last = Math.max(at.getTime() + ((index * 17_389) % 50_000), last + 60_000);
    return { action, at: new Date(last) };
  });
}

/** Minutes since the last act. Orders that ended long ago are fewer than those of the last weeks. */
function rest({ resting: [low, high], atMost }: Plot, { random, hours }: Pace): number {
  const share = high >= DAYS_AGO / 2 ? random() ** 1.7 : random();
  let minutes = (low + (high - low) * share) * WORKDAY;
  while (atMost !== undefined && minutes > 1 && hours.daysAgo(minutes + 2) > atMost) minutes *= 0.7;
  return minutes;
}

function actOf(token: string, random: Random, urgent: boolean) {
  const [name, span] = token.split(':') as [Beat['action'], string | undefined];
  const [low, high] = span ? span.split('-').map((days) => Number(days) * WORKDAY) : PAUSES[name];
  const pause = between(random, low, high);
  return { action: name, pause: urgent && HURRIED.has(name) ? Math.max(Math.round(pause * HURRY), 3) : pause };
}
