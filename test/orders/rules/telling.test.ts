import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyOf, GRID, openCast, type Cast } from '../../support/cast.ts';
import { anOrder, draft, takeStep, TO_STATE } from '../../support/order-world.ts';
import { columnsOf, mayDo } from '../../support/rules.ts';
import type { Listening, Shown, Somebody } from '../../support/somebody.ts';
import { COMMUNITY } from '../../support/world.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.world.close());

const ofOrder = ({ heard }: Listening, id: string) => heard.filter(({ order }) => order?.id === id);
const kinds = (line: Listening, id: string) => ofOrder(line, id).map(({ kind }) => kind as string);
const actions = (line: Listening, id: string) => ofOrder(line, id).map(({ action }) => action as string);

async function hears(line: Listening, id: string, action: string): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (actions(line, id).includes(action)) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`${action} was not heard, but ${actions(line, id).join(', ')}`);
}

/** Everybody listens while something happens. */
async function listening<T>(
  who: readonly (readonly [Somebody, string])[],
  work: (lines: readonly Listening[]) => Promise<T>,
): Promise<T> {
  const lines = who.map(([somebody, field]) => somebody.listens(field));
  await Promise.all(lines.map(({ opened }) => opened));
  try {
    return await work(lines);
  } finally {
    for (const { client } of lines) await client.dispose();
  }
}

const REST = ['start', 'finish', 'rework', 'finish', 'pass'];
/** Taken down by somebody for a resident. */
const TAKEN_DOWN = { residentName: '示例甲', residentPhone: '13900000000', channel: 'GRID_VISIT' };

describe('A unit that was asked to take part', () => {
  it('is told that it was, and of everything that happens afterwards', async () => {
    const { rival } = cast;
    await listening([[rival, 'claimHall']], async ([hall]) => {
      const id = await anOrder(cast, 'OPEN');
      for (const action of ['claimJoint', 'acceptShare', ...REST]) await takeStep(cast, action, id);
      await hears(hall!, id, 'pass');
      expect(kinds(hall!, id).slice(0, 2)).toEqual(['OPENED', 'INVITED']);
      expect(actions(hall!, id).slice(2)).toEqual(['acceptShare', ...REST]);
    });
  });

  it('hears no more when it declined or the unit gave the order back', async () => {
    const declined = await anOrder(cast, 'OPEN');
    await takeStep(cast, 'claimJoint', declined);
    expect((await columnsOf(cast.world, declined))['share_unit_ids']).toEqual([cast.rivalUnitId]);
    await takeStep(cast, 'declineShare', declined);
    expect((await columnsOf(cast.world, declined))['share_unit_ids']).toEqual([]);
    const released = await anOrder(cast, 'OPEN');
    for (const action of ['claimJoint', 'requestRelease', 'acceptRelease']) await takeStep(cast, action, released);
    expect((await columnsOf(cast.world, released))['share_unit_ids']).toEqual([]);
  });

  it('that was not asked hears that another unit has it', async () => {
    await listening([[cast.all.eligible, 'claimHall']], async ([hall]) => {
      const id = await anOrder(cast, 'OPEN');
      await takeStep(cast, 'claimJoint', id);
      await hears(hall!, id, 'claimJoint');
      expect(kinds(hall!, id)).toEqual(['OPENED', 'TAKEN']);
    });
  });
});

describe('Whoever took an order down', () => {
  it('is told what becomes of it: over their own line, and over the desk of their grid', async () => {
    const { grid, secretary, otherGrid } = cast.all;
    const lines = [[grid, 'myOrders'], [grid, 'reviewDesk'], [otherGrid, 'reviewDesk'], [secretary, 'reviewDesk']] as const;
    await listening(lines, async ([mine, desk, other, community]) => {
      const id = await draft(grid, { ...TAKEN_DOWN, place: GRID });
      await grid.does('submit', id);
      for (const action of ['askMore']) await takeStep(cast, action, id);
      for (const line of [mine!, desk!, community!]) await hears(line, id, 'askMore');
      expect(kinds(desk!, id)).toEqual(['SUBMITTED', 'CHANGED']);
      expect(ofOrder(other!, id)).toEqual([]);
    });
  }); // prettier-ignore

  it('hears of the rating and of the dispute of what they took down', async () => {
    const { enterer, community } = cast.all;
    await listening([[enterer, 'myOrders'], [community, 'myOrders']], async ([mine, others]) => {
      const id = await draft(enterer, { ...TAKEN_DOWN, place: COMMUNITY });
      await enterer.does('submit', id);
      for (const action of TO_STATE.AWAITING_RATING.slice(1)) await takeStep(cast, action, id);
      await enterer.does('dispute', id, { reason: '居民说灯还是不亮，请再看一看' });
      await hears(mine!, id, 'dispute');
      expect(ofOrder(others!, id)).toEqual([]);
    });
  }); // prettier-ignore
});

describe('Whoever follows an order', () => {
  const followed = async (who: Somebody, id: string) => (await who.order(id, 'followed'))!['followed'] as boolean;

  it('is told what becomes of it until they follow it no longer', async () => {
    const { neighbour } = cast.all;
    await listening([[neighbour, 'myOrders']], async ([mine]) => {
      const id = await anOrder(cast, 'OPEN');
      await neighbour.does('follow', id);
      await neighbour.does('follow', id);
      await takeStep(cast, 'claim', id);
      await hears(mine!, id, 'claim');
      expect(await followed(neighbour, id)).toBe(true);
      await neighbour.does('unfollow', id);
      await takeStep(cast, 'start', id);
      const mark = await draft(neighbour);
      await neighbour.does('submit', mark);
      await hears(mine!, mark, 'submit');
      expect(actions(mine!, id)).toEqual(['claim']);
      expect(await followed(neighbour, id)).toBe(false);
    });
  });

  it('finds it among those they follow', async () => {
    const { all, liaison } = cast;
    const id = await anOrder(cast, 'OPEN');
    await anOrder(cast, 'OPEN');
    for (const who of [all.supervisor, all.reviewer, liaison]) {
      const list = async () =>
        (await who.reads('{ orders(filter: { followed: true }) { nodes { id followed } } }'))['orders'].nodes as Shown[];
      expect(await list()).toEqual([]);
      const { version } = await columnsOf(cast.world, id);
      await who.does('follow', id);
      expect((await columnsOf(cast.world, id))['version']).toBe(version);
      expect(await list()).toEqual([{ id, followed: true }]);
      await who.does('unfollow', id);
      expect(await list()).toEqual([]);
    }
  }); // prettier-ignore

  it('is offered to follow it or to follow it no longer, never both', async () => {
    const { reviewer } = cast;
    const id = await anOrder(cast, 'OPEN');
    const offered = async () => (await mayDo(reviewer, id)).filter((action) => action.endsWith('follow'));
    expect(await offered()).toEqual(['follow']);
    await reviewer.does('follow', id);
    expect(await offered()).toEqual(['unfollow']);
  });
});

describe('What belongs to many orders', () => {
  const linked = async (who: Somebody, field: string) => {
    const query = `{ orders(first: 100) { nodes { id ${field} { id } } } }`;
    const { nodes } = (await who.reads(query))['orders'] as { nodes: Shown[] };
    return new Map(nodes.map((node) => [node['id'] as string, (node[field] as Shown[]).length]));
  };

  it('is cut off for each order by itself, and after what the viewer may not see', async () => {
    const { reviewer, resident, world, all } = cast;
    const id = await anOrder(cast, 'SUBMITTED', { title: '楼道漏水' });
    const copies: string[] = [];
    for (let index = 0; index < 70; index += 1) copies.push(await copyOf(world, id));
    const counts = await linked(reviewer, 'duplicates');
    expect(new Set(copies.map((copy) => counts.get(copy) ?? 5))).toEqual(new Set([5]));
    // Of other people's orders a resident sees none; their own alike ones must not be crowded out by them.
    const others = copies.slice(0, 60);
    await world.sql.query('UPDATE orders SET orderer_id = $2, enterer_id = $2 WHERE id = ANY ($1::uuid[])', [others, all.stranger.who.id]);
    const own = await linked(resident, 'duplicates');
    expect(own.get(copies[65]!)).toBe(5);
  }); // prettier-ignore
});

it('does not show the others of a unit what one of them follows', async () => {
  const [one, other] = [cast.liaison, await cast.world.somebody('UNIT_LIAISON', cast.unitId)];
  const id = await anOrder(cast, 'OPEN');
  await one.does('follow', id);
  const shown = 'action order { id followed viewerActions { action } }';
  const lines = [one.listens('claimHall', shown), other.listens('claimHall', shown)];
  await Promise.all(lines.map(({ opened }) => opened));
  await takeStep(cast, 'withdraw', id);
  for (const line of lines) {
    await hears(line, id, 'withdraw');
    expect(ofOrder(line, id)[0]!['order']).toMatchObject({ followed: false });
    await line.client.dispose();
  }
  expect(await one.order(id, 'followed')).toEqual({ followed: true });
});
