import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aFullOrder, copyOf, openCast, type Cast, type Kind } from '../../support/cast.ts';
import { inputFor } from '../../support/order-world.ts';
import type { OrderState } from '../../../api/src/modules/orders/order.process.ts';
import { mayDo } from '../../support/rules.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.world.close());

interface Vain {
  readonly who: Kind;
  readonly action: string;
  readonly state: OrderState;
  /** What makes it vain, and what does not. */
  readonly vain: Readonly<Record<string, unknown>>;
  readonly open: Readonly<Record<string, unknown>>;
  readonly code: string;
}

const AT = '2026-11-02T02:00:00Z';
const VAIN: readonly Vain[] = [
  { who: 'claiming', action: 'replySupervision', state: 'IN_PROGRESS', vain: {}, open: { supervised_at: AT }, code: 'ORDER_NO_SUPERVISION' },
  { who: 'orderer', action: 'appeal', state: 'REJECTED', vain: { appealed: true }, open: {}, code: 'ORDER_APPEAL_USED' },
  { who: 'claiming', action: 'requestExtend', state: 'IN_PROGRESS', vain: { extend_to: AT }, open: { extend_count: 1, finish_minutes: 60 }, code: 'ORDER_EXTEND_PENDING' },
  { who: 'claiming', action: 'requestExtend', state: 'IN_PROGRESS', vain: { extend_count: 2 }, open: {}, code: 'ORDER_EXTEND_USED' },
]; // prettier-ignore

it.each(VAIN)('$action is not offered to the $who when it would be refused: $code', async ({ who, action, state, vain, open, code }) => {
  const full = await aFullOrder(cast, state);
  const [refused, offered] = [await copyOf(cast.world, full, vain), await copyOf(cast.world, full, open)];
  const somebody = cast.all[who];
  expect(await mayDo(somebody, refused)).not.toContain(action);
  const refusal = await somebody.isRefused(action, refused, await inputFor(cast, action, refused, somebody));
  expect(refusal).toMatchObject({ code });
  expect(await mayDo(somebody, offered)).toContain(action);
  await somebody.does(action, offered, await inputFor(cast, action, offered, somebody));
}); // prettier-ignore

it('a second rating is not offered, nor one that whoever checked would pass on', async () => {
  const { all, world } = cast;
  // They can rate themselves: what is passed on for them does not close the order at once.
  await world.sql.query('UPDATE account SET last_login_at = $2 WHERE id = $1', [all.orderer.who.id, world.now()]);
  const full = await aFullOrder(cast, 'AWAITING_RATING');
  const words = async (who: Kind, id: string) =>
    (await mayDo(all[who], id)).filter((action) => ['rate', 'dispute'].includes(action));
  expect(await words('enterer', full)).toEqual(['rate', 'dispute']);
  await all.enterer.does('rate', full, { score: 4 });
  expect(await words('enterer', full)).toEqual([]);
  expect(await all.enterer.isRefused('rate', full, { score: 4 })).toMatchObject({ code: 'ORDER_ALREADY_RATED' });
  expect(await words('orderer', full)).toEqual(['rate', 'dispute']);
  const checked = await copyOf(world, await aFullOrder(cast, 'AWAITING_RATING'), { checker_id: all.enterer.who.id });
  expect(await words('enterer', checked)).toEqual(['dispute']);
  expect(await all.enterer.isRefused('rate', checked, { score: 4 })).toMatchObject({ code: 'ORDER_RATER_CHECKED' });
});

it('a second evaluation of a round is not offered', async () => {
  const { committee } = cast;
  const id = await aFullOrder(cast, 'CLEARED');
  expect(await mayDo(committee, id)).toContain('evaluate');
  await committee.does('evaluate', id, await inputFor(cast, 'evaluate', id));
  expect(await mayDo(committee, id)).not.toContain('evaluate');
  await cast.all.orderer.does('reopen', id, await inputFor(cast, 'reopen', id));
  await cast.world.sql.query(
    `UPDATE orders SET state = 'CLEARED', closing = 'RATED', cleared_at = now() WHERE id = $1`,
    [id],
  );
  expect(await mayDo(committee, id)).toContain('evaluate');
});
