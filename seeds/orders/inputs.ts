import { endOfDay, dayOf } from '../../api/src/kernel/calendar.ts';
import { readLimit } from '../../api/src/kernel/limit.ts';
import type { KeptOrder } from '../memory/kept.ts';
import { memberUnits, newPhotos } from '../memory/registry.answers.ts';
import type { Store } from '../memory/store.ts';
import { between, pick, pickSome, type Random } from '../random.ts';
import type { Beat } from './beats.ts';
import type { Figure } from '../people.seed.ts';
import type { Planned } from './planned.ts';
import { SENTENCES, type SentenceKind } from './sentences.ts';

/** What is known when somebody fills in the form of a verb. */
export interface Filling {
  readonly planned: Planned;
  readonly order: KeptOrder;
  readonly store: Store;
  readonly actor: Figure;
  /** When the order will be acted upon again; null when it rests. */
  readonly next: Date | null;
}

type Form = (filling: Filling, random: Random) => Readonly<Record<string, unknown>>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const later = (from: Date, ms: number) => new Date(from.getTime() + ms);
const say = (random: Random, kind: SentenceKind): string | null => pick<string | null>(random, SENTENCES[kind]);
const reasoned =
  (kind: SentenceKind): Form =>
  (_, random) => ({ reason: say(random, kind) });
const worded =
  (kind: SentenceKind): Form =>
  (_, random) => ({ text: say(random, kind), photos: [] });
const nothing: Form = () => ({});

/** The forms of the verbs, filled in: the same fields as in `verbs/`. */
export const FORMS: Readonly<Partial<Record<Beat['action'], Form>>> = {
  submit: nothing,
  edit: ({ planned }) => ({ ...planned.asked, door: null, photos: [] }),
  withdraw: reasoned('withdraw'),
  approve: (filling, random) => ({
    ...audienceOf(filling, random),
    ...{
      urgency: filling.planned.urgency,
      needKind: filling.planned.needKind,
      category: null,
      title: null,
      finishBy: null,
    },
    remark: random() < 0.3 ? '请有能力的单位积极领单。' : null,
  }),
  askMore: (_, random) => ({ question: say(random, 'question') }),
  answer: (_, random) => ({ answer: say(random, 'answer'), photos: [] }),
  reject: (_, random) => ({
    cause: pick(random, ['NOT_OURS', 'REPEATED', 'NOT_REAL', 'PRIVATE']),
    ...{ reason: say(random, 'reject'), basis: say(random, 'basis') },
  }),
  appeal: reasoned('appeal'),
  merge: ({ planned }, random) => ({ masterId: planned.master!.id, reason: say(random, 'merge') }),
  unmerge: reasoned('unmerge'),
  refer: (_, random) => ({ target: pick(random, ['WHISTLE', 'LEDGER', 'HOTLINE']), reason: say(random, 'refer') }),
  assign: (filling, random) => {
    const offered = filling.order.audience.map(({ unitId }) => unitId);
    const still = membersNow(filling, null).filter((id) => offered.includes(id));
    return { unitId: pick(random, still), reason: say(random, 'assign') };
  },
  widen: (_, random) => ({ audience: 'ALL', units: [], reason: say(random, 'widen') }),
  propose: reasoned('propose'),
  claim: plan,
  claimJoint: (filling, random) => {
    const others = filling.order.audience.map(({ unitId }) => unitId).filter((id) => id !== filling.actor.scope);
    const coUnits = pickSome(random, others, filling.planned.invites);
    return { ...plan(filling), coUnits, parts: say(random, 'parts') };
  },
  acceptShare: nothing,
  declineShare: reasoned('declineShare'),
  start: ({ store }, random) => ({
    contactedAt: later(store.now, -between(random, 5, 50) * 60_000),
    contactedHow: say(random, 'contact'),
  }),
  requestRelease: (_, random) => ({
    ...{ reason: say(random, 'release'), rightUnit: say(random, 'rightUnit'), basis: '联盟单位服务清单' },
  }),
  acceptRelease: (filling, random) => ({
    atFault: !askedEarly(filling) && random() < 0.5,
    reason: say(random, 'acceptRelease'),
  }),
  refuseRelease: reasoned('refuseRelease'),
  requestExtend: ({ order }, random) => {
    const { startedAt, dueAt } = order.clocks.get('finish')!;
    const half = (dueAt.getTime() - startedAt.getTime()) / 2;
    const wished = endOfDay(dayOf(later(dueAt, half - DAY)));
    return { until: wished > dueAt ? wished : later(dueAt, half), reason: say(random, 'extend') };
  },
  grantExtend: () => ({ remark: null }),
  refuseExtend: reasoned('refuse'),
  requestSuspend: ({ store }, random) => ({
    ...{ reason: say(random, 'suspend'), condition: say(random, 'condition') },
    until: endOfDay(dayOf(later(store.now, between(random, 20, 28) * DAY))),
  }),
  grantSuspend: () => ({ remark: null }),
  refuseSuspend: reasoned('refuse'),
  resume: (_, random) => ({ remark: say(random, 'resume') }),
  report: worded('report'),
  finish: ({ planned, store }, random) => ({
    ...{ result: planned.result, photos: newPhotos(store, between(random, 1, 2)) },
    ...{ hours: between(random, 1, 12), people: between(random, 1, 5), inKind: say(random, 'inKind') },
  }),
  pass: (_, random) => {
    const publicNotice = random() < 0.7;
    const notPublicReason = publicNotice ? null : say(random, 'notPublic');
    return { onSite: random() < 0.8, finding: say(random, 'finding'), publicNotice, notPublicReason, photos: [] };
  },
  rework: (_, random) => ({ defects: say(random, 'rework'), photos: [] }),
  rate: (_, random) => ({ score: pick(random, [5, 5, 5, 5, 4, 4, 3]), text: say(random, 'praise') }),
  dispute: (_, random) => ({ reason: say(random, 'dispute'), score: between(random, 1, 2) }),
  respond: worded('respond'),
  redo: reasoned('redo'),
  returnToPool: reasoned('returnToPool'),
  closeDispute: (_, random) => ({ explanation: say(random, 'closeDispute') }),
  evaluate: (_, random) => {
    const grade = pick(random, [0, 0, 1, 1, 1, 2, 3]);
    return { grade: ['EXCELLENT', 'GOOD', 'FAIR', 'POOR'][grade], text: SENTENCES.evaluate[grade] };
  },
  reopen: reasoned('reopen'),
  reopenWithUnit: reasoned('reopen'),
  urge: (_, random) => ({ text: say(random, 'urge') }),
  supervise: worded('supervise'),
  replySupervision: worded('reply'),
  note: worded('note'),
  revealContact: (_, random) => ({ purpose: say(random, 'purpose') }),
};

/** Did the unit give it back within a working day? Then it is no fault. */
function askedEarly({ order: { row }, store }: Filling): boolean {
  const asked = store.events.findLast((event) => event.subject_id === row.id && event.action === 'requestRelease');
  return asked?.data['early'] === true;
}

const membersNow = ({ order: { row }, store }: Filling, category: string | null): string[] =>
  memberUnits(store, [row.streetCode, row.communityCode], { at: store.now, category }).map(({ unitId }) => unitId);

/** To all members, to those who can do it when there are three, or to two, where it shall be widened later. */
function audienceOf(filling: Filling, random: Random): { audience: string; units: readonly string[] } {
  if (filling.planned.plot.actions.includes('widen'))
    return { audience: 'CHOSEN', units: pickSome(random, membersNow(filling, null), 2) };
  const able = membersNow(filling, filling.order.row.categoryCode);
  return { audience: able.length >= 3 && random() < 0.6 ? 'CAPABLE' : 'ALL', units: [] };
}

/** A plan within the limit that the review has set. */
function plan({ order, next, store: { now, world } }: Filling): { plannedStart: Date; plannedFinish: Date } {
  const { due } = world.calendar.due(now, readLimit(order.row.finishLimit!));
  const end = Math.min(now.getTime() + 6 * DAY, due.getTime());
  const begin = next ? next.getTime() + HOUR : now.getTime() + DAY;
  const wholeHour = (ms: number) => new Date(Math.floor(ms / HOUR) * HOUR);
  return { plannedStart: wholeHour(Math.min(begin, end - 2 * HOUR)), plannedFinish: wholeHour(end) };
}
