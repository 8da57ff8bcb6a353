import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { holds } from '../../api/src/kernel/predicate.ts';
import { CLOCK } from '../../api/src/kernel/process.ts';
import { isVisible, relationsOf } from '../../api/src/modules/orders/order.policy.ts';
import { orderProcess, type OrderAction, type OrderState } from '../../api/src/modules/orders/order.process.ts';
import {
  aFullOrder,
  anyKey,
  copyOf,
  dealingsOf,
  inTurn,
  KINDS,
  keptOf,
  linksOf,
  openCast,
  standingOf,
  viewerOf,
  type Cast,
  type Kind,
} from '../support/cast.ts';
import type { CaseVerb } from '../../api/src/platform/process/verb.ts';
import { draft, inputFor, photo, REASON } from '../support/order-world.ts';
import { Somebody, type Shown } from '../support/somebody.ts';

type Who = Kind | 'nobody';
type Changes = Readonly<Record<string, unknown>>;
interface Cell {
  readonly who: Who;
  readonly action: OrderAction;
}

const STATES = Object.keys(orderProcess.states) as OrderState[];
/** Stand exactly like somebody else; the test of scopes has them. */
const TWINS: readonly Who[] = ['lead', 'otherGrid', 'otherCommittee', 'officer'];
const WHO = ([...Object.keys(KINDS), 'nobody'] as Who[]).filter((who) => !TWINS.includes(who));
const ACTIONS = orderProcess.actions.filter((action) =>
  orderProcess.steps.some((step) => step.action === action && !step.who.includes(CLOCK)),
);

/** What must hold of an order, beside its state, so that nothing but the right is in question. */
const READY: Partial<Record<OrderAction, Changes>> = { replySupervision: { supervised_at: '2026-11-02T02:00:00Z' } };
const ASKED = { extend_to: '2026-12-30T02:00:00Z' };

/** Rights that hang on more than the state: who rejected, how often it was extended or given back. */
const VARIANTS: readonly (readonly [title: string, state: OrderState, changes: (cast: Cast) => Changes, actions: readonly OrderAction[]])[] = [
  ['after an appeal', 'SUBMITTED', ({ all }) => ({ appealed: true, reviewer_id: all.rejecter.who.id }), ['approve', 'askMore', 'reject', 'merge', 'refer', 'note']],
  ['with an extension asked for', 'IN_PROGRESS', () => ASKED, ['grantExtend', 'refuseExtend']],
  ['with a second extension asked for', 'IN_PROGRESS', () => ({ ...ASKED, extend_count: 1 }), ['grantExtend', 'refuseExtend']],
  ['after two releases', 'RELEASE_PENDING', () => ({ release_count: 2 }), ['acceptRelease', 'refuseRelease']],
]; // prettier-ignore

// A state is some eleven hundred calls: seconds alone, minutes on a machine that does much else.
jest.setTimeout(300_000);

let cast: Cast;
let master: string;
const nobody = () => Somebody.nobody(cast.world.app.url);
const somebody = (who: Who): Somebody => (who === 'nobody' ? nobody() : cast.all[who]);

beforeAll(async () => {
  cast = await openCast();
  master = await draft(cast.resident, { title: '主单' });
  await cast.resident.does('submit', master);
});
afterAll(() => cast.world.close());

/** An input with which nothing but the right can be wrong. */
async function goodInput(action: OrderAction, id: string, by: Somebody): Promise<Record<string, unknown>> {
  if (action === 'merge') return { masterId: master, reason: REASON };
  if (action === 'widen') return { audience: 'CHOSEN', units: [cast.extraUnitId], reason: REASON };
  if (action === 'requestExtend') return { until: await justAfterDue(id), reason: REASON };
  if (action === 'finish') return { result: '已更换灯泡并检查线路', photos: [await by.uploads(await photo())] };
  const others = cast.chosen.filter((unit) => unit !== by.who.scope).slice(0, 1);
  return { ...(await inputFor(cast, action, id, by)), ...(action === 'claimJoint' ? { coUnits: others } : {}) };
}

async function justAfterDue(id: string): Promise<string> {
  const text = `SELECT due_at AS due FROM process_clock WHERE subject_id = $1 AND action = 'finish'`;
  const { rows } = await cast.world.sql.query<{ due: Date }>(text, [id]);
  return new Date(rows[0]!.due.getTime() + 3_600_000).toISOString();
}

/** An input that is well formed; whoever sends it is refused before anybody looks at what it says. */
async function anyInput(action: OrderAction): Promise<Record<string, unknown>> {
  const fixed: Partial<Record<OrderAction, Record<string, unknown>>> = {
    merge: { masterId: master, reason: REASON },
    widen: { audience: 'ALL', units: [], reason: REASON },
    requestExtend: { until: '2026-12-30T02:00:00Z', reason: REASON },
    finish: { result: '已更换灯泡并检查线路', photos: [randomUUID()] },
  };
  return fixed[action] ?? inputFor(cast, action, master);
}

interface Expected {
  readonly visible: boolean;
  /** The code of the refusal; null where the call is admitted. */
  code(action: OrderAction): string | null;
  /** Is the action, where it is admitted, not refused for sure, as its verb says? */
  offers(action: OrderAction): boolean;
}

/** What the table and the policy say, with nothing of the engine between. */
async function expectedOf(id: string, who: Who): Promise<Expected> {
  if (who === 'nobody') return { visible: false, code: () => 'NOT_SIGNED_IN', offers: () => false };
  const [order, links] = [await standingOf(cast.world, id), await linksOf(cast.world, id, somebody(who))];
  const viewer = viewerOf(somebody(who));
  const relations = relationsOf(order, viewer, links);
  const stands = (names: readonly string[]) => names.some((name) => (relations as ReadonlySet<string>).has(name));
  const visible = isVisible(order, viewer, links);
  const code = (action: OrderAction) => {
    if (!visible) return 'NOT_FOUND';
    const step = orderProcess.step(order.state, action);
    if (step) return stands(step.who) ? null : 'NOT_ALLOWED';
    if (!orderProcess.steps.some((row) => row.action === action && stands(row.who))) return 'NOT_ALLOWED';
    return ['claim', 'claimJoint'].includes(action) && 'unitId' in order && order.unitId
      ? 'ORDER_ALREADY_CLAIMED'
      : 'WRONG_STATE';
  };
  const dealt = await dealingsOf(cast.world, id, somebody(who));
  const offers = (action: OrderAction) => {
    const verb = cast.world.app.house.verbs.find((one) => one.kind === 'CASE' && one.action === action) as CaseVerb;
    return !verb.offered || holds(verb.offered, { ...order }, { ...links, ...dealt }, viewer);
  };
  return { visible, code, offers };
}

/** What the caller hears: the code, and everything else that is said. */
async function outcome(by: Somebody, action: OrderAction, orderId: string, input: Changes) {
  const key = ['claim', 'claimJoint'].includes(action) ? anyKey() : {};
  const name = `order${action.charAt(0).toUpperCase()}${action.slice(1)}`;
  const { payload, error, answer } = await by.calls(name, { orderId, ...key, ...input }, 'order { id }');
  const code = error?.code ?? answer.errors[0]?.extensions.code ?? null;
  return { code, said: { status: answer.status, payload, errors: answer.errors }, message: error?.message };
}

const said = ({ who, action }: Cell, code: string | null) => `${who} ${action}: ${code ?? 'done'}`;

/** Tries every cell on one order; all of them must be refused, and nothing of the order may change. */
async function expectRefused(id: string, cells: readonly (Cell & { readonly code: string })[]): Promise<void> {
  const before = await keptOf(cast.world, id);
  const heard: string[] = [];
  await inTurn(cells, async (cell) => {
    const { code, said: answer } = await outcome(somebody(cell.who), cell.action, id, await anyInput(cell.action));
    heard.push(said(cell, code));
    if (cell.code === 'NOT_FOUND') expect(answer).toEqual(await missing(cell.action));
  });
  expect(heard.toSorted()).toEqual(cells.map((cell) => said(cell, cell.code)).toSorted());
  expect(await keptOf(cast.world, id)).toEqual(before);
}

const missingAnswers = new Map<OrderAction, unknown>();
/** What somebody hears who asks for an order that there is not. */
async function missing(action: OrderAction): Promise<unknown> {
  if (!missingAnswers.has(action)) {
    const { said: answer } = await outcome(cast.all.reviewer, action, randomUUID(), await anyInput(action));
    missingAnswers.set(action, answer);
  }
  return missingAnswers.get(action);
}

/** Every admitted cell on an order of its own. */
async function expectAdmitted(id: string, cells: readonly Cell[]): Promise<void> {
  const heard: string[] = [];
  await inTurn(
    cells,
    async (cell) => {
      const own = await copyOf(cast.world, id, READY[cell.action]);
      const by = somebody(cell.who);
      const { code, message } = await outcome(by, cell.action, own, await goodInput(cell.action, own, by));
      heard.push(said(cell, code) + (message ?? ''));
    },
    4,
  );
  expect(heard.toSorted()).toEqual(cells.map((cell) => said(cell, null)).toSorted());
}

async function expectRow(id: string, actions: readonly OrderAction[]): Promise<number> {
  const refused: (Cell & { code: string })[] = [];
  const admitted: Cell[] = [];
  for (const who of WHO) {
    const expected = await expectedOf(id, who);
    const open = actions.filter((action) => expected.code(action) === null);
    admitted.push(...open.map((action) => ({ who, action })));
    for (const action of actions) {
      const code = expected.code(action);
      if (code) refused.push({ who, action, code });
    }
    const offered = open.filter((action) => expected.offers(action));
    if (who !== 'nobody') await expectActions(id, who, { visible: expected.visible, offered, actions });
  }
  await expectRefused(id, refused);
  await expectAdmitted(id, admitted);
  return admitted.length;
}

interface Offered {
  readonly visible: boolean;
  readonly offered: readonly OrderAction[];
  readonly actions: readonly OrderAction[];
}

async function expectActions(id: string, who: Kind, { visible, offered, actions }: Offered): Promise<void> {
  const order = await cast.all[who].order(id, 'viewerActions { action mutation label }');
  const listed = (order?.['viewerActions'] as Shown[] | undefined)?.map(({ action }) => action as OrderAction);
  const shown = listed?.filter((action) => actions.includes(action)).toSorted();
  expect({ who, shown }).toEqual({ who, shown: visible ? offered.toSorted() : undefined });
}

describe.each(STATES)('%s', (state) => {
  it('lets everybody do what the table says, and nothing else', async () => {
    const id = await aFullOrder(cast, state);
    await expectRow(id, ACTIONS);
  }); // prettier-ignore
});

it.each(VARIANTS)('%s: lets those decide whom the policy names', async (_title, state, changes, actions) => {
  const id = await copyOf(cast.world, await aFullOrder(cast, state), changes(cast));
  expect(await expectRow(id, actions)).toBeGreaterThan(0);
});
