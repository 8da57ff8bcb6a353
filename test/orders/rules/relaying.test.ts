import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { draft, inputFor, openOrderWorld, REASON, takeStep, type OrderWorld } from '../../support/order-world.ts';
import { columnsOf, runOut } from '../../support/rules.ts';
import type { Somebody } from '../../support/somebody.ts';
import { COMMUNITY } from '../../support/world.ts';

let people: OrderWorld;
let checker: Somebody;
beforeAll(async () => {
  people = await openOrderWorld();
  checker = await people.world.somebody('COMMUNITY_WORKER', COMMUNITY);
  // Whoever has signed in once can speak for themselves.
  await people.world.sql.query('UPDATE account SET last_login_at = now() WHERE id = $1', [people.resident.who.id]);
});
afterAll(() => people.world.close());

let phones = 19_912_350_000;
/** An order that the community took down for a resident, checked by somebody of the community. */
async function awaiting(by: Somebody, residentPhone = String((phones += 1))): Promise<string> {
  const { community } = people;
  const id = await draft(community, { channel: 'HALL', residentName: '示例丁', residentPhone });
  await community.does('submit', id);
  for (const action of ['approve', 'claim', 'start', 'finish']) await takeStep(people, action, id);
  await by.does('pass', id, await inputFor(people, 'pass', id, by));
  return id;
}
const ratingsOf = async (id: string) =>
  (await people.reviewer.order(id, 'ratings { satisfied score relayed }'))!['ratings'] as unknown;

describe('The word of a resident that somebody passes on', () => {
  it('is not passed on as praise by whoever passed the check', async () => {
    const { community } = people;
    const id = await awaiting(community);
    expect(await community.isRefused('rate', id, { score: 5 })).toMatchObject({ code: 'ORDER_RATER_CHECKED' });
    expect(await ratingsOf(id)).toEqual([]);
    expect(await community.does('dispute', id, { reason: REASON })).toMatchObject({ state: 'DISPUTED' });
  });

  it('closes the order off at once when the resident never signed in', async () => {
    const id = await awaiting(checker);
    expect(await people.community.does('rate', id, { score: 4 })).toMatchObject({ state: 'CLEARED', closing: 'RATED' });
    expect(await ratingsOf(id)).toEqual([{ satisfied: true, score: 4, relayed: true }]);
  });

  it('leaves the last word to a resident who signs in', async () => {
    const { community, resident } = people;
    const [praised, disputed] = [await awaiting(checker, resident.who.phone), await awaiting(checker, resident.who.phone)];
    for (const id of [praised, disputed]) {
      expect(await community.does('rate', id, { score: 5 })).toMatchObject({ state: 'AWAITING_RATING' });
      expect(await community.isRefused('rate', id, { score: 5 })).toMatchObject({ code: 'ORDER_ALREADY_RATED' });
      expect(await ratingsOf(id)).toEqual([{ satisfied: true, score: 5, relayed: true }]);
    }
    expect(await resident.does('rate', praised, { score: 3 })).toMatchObject({ state: 'CLEARED', closing: 'RATED' });
    expect(await ratingsOf(praised)).toEqual([{ satisfied: true, score: 3, relayed: false }]);
    expect(await resident.does('dispute', disputed, { reason: REASON })).toMatchObject({ state: 'DISPUTED' });
    expect(await ratingsOf(disputed)).toEqual([{ satisfied: false, score: null, relayed: false }]);
  }); // prettier-ignore

  it('counts when the window ends and the resident said nothing', async () => {
    const { community, resident, world } = people;
    const id = await awaiting(checker, resident.who.phone);
    await community.does('rate', id, { score: 5 });
    await runOut(world, id, 'clear');
    expect(await columnsOf(world, id)).toMatchObject({ state: 'CLEARED', closing: 'RATED' });
  });
});
