import type { House } from '../../api/src/platform/house.ts';
import type { Verb } from '../../api/src/platform/process/verb.ts';
import type { OrderRow } from '../../api/src/modules/orders/index.ts';
import { between } from '../random.ts';
import { v7 } from 'uuid';
import { clockAnswers } from './clock.answers.ts';
import { keptOrder, type EventRow } from './kept.ts';
import { claimAnswers, wordAnswers } from './order.answers.ts';
import { registryAnswers } from './registry.answers.ts';
import { OPEN_SEALER, type Answers, type Store } from './store.ts';

/**
 * A house without a database: the engine, the verbs and the policy are the real ones, and the statements that they ask are
 * answered by name from the store. So whatever happens in the demo world is what the house itself would have let happen,
 * fifty times faster than through PostgreSQL. A statement that is not known here stops the seed; a test runs it daily.
 */
export function memoryHouse(store: Store, verbs: readonly Verb[]): House {
  const answers: Answers = {
    ...registryAnswers(store),
    ...claimAnswers(store),
    ...wordAnswers(store),
    ...clockAnswers(store),
  };
  const ask = (name: string, values: readonly unknown[] = []) => {
    const answer = answers[name];
    if (!answer) throw new Error(`No answer in seeds/memory/*.answers.ts to the new statement "${name}"`);
    return Promise.resolve(answer(values as never));
  };
  const em = entityManager(store);
  const cases = [...new Set(verbs.flatMap((verb) => (verb.kind === 'PLAIN' ? [] : [verb.case])))];
  const house = {
    ...{ verbs, cases, sealer: OPEN_SEALER },
    database: {
      query: (name: string, _text: string, values?: readonly unknown[]) => ask(name, values),
      execute: (_em: unknown, name: string, _text: string, values?: readonly unknown[]) => ask(name, values),
      transaction: <T>(work: (manager: unknown) => Promise<T>) => work(em),
    },
    feed: { wake: () => undefined },
    now: () => store.now,
    calendar: () => Promise.resolve(store.world.calendar),
  };
  return house as unknown as House;
}

/** As much of an entity manager as a step needs. */
function entityManager(store: Store) {
  let loaded: { readonly row: OrderRow; readonly before: OrderRow } | null = null;
  return {
    create: (_schema: unknown, given: Partial<OrderRow>) => ({ ...NEW_ORDER, followerIds: [], ...given }) as OrderRow,
    persist: (row: OrderRow) => ({
      flush: () => {
        if (!store.orders.has(row.id)) store.orders.set(row.id, keptOrder(row));
        return Promise.resolve();
      },
    }),
    findOne: (_schema: unknown, { id }: { id: string }) => {
      const row = store.orders.get(id)?.row ?? null;
      loaded = row && { row, before: { ...row } };
      return Promise.resolve(row);
    },
    flush: () => {
      if (loaded && differs(loaded.row, loaded.before)) loaded.row.version += 1;
      if (loaded?.row.masterId) store.merged.add(loaded.row.id);
      if (loaded) loaded = { row: loaded.row, before: { ...loaded.row } };
      return Promise.resolve();
    },
    getKysely: () => ({
      executeQuery: ({ parameters: [facts] }: { parameters: readonly [string] }) => {
        for (const event of JSON.parse(facts) as EventRow[]) store.events.push({ ...event, id: eventId(store) });
        return Promise.resolve({ rows: [] });
      },
    }),
  };
}

const NEW_ORDER: Partial<OrderRow> = {
  ...{ urgency: 'NORMAL', round: 1, appealed: false, sharesOpen: 0, releaseCount: 0, extendCount: 0, reworkCount: 0 },
  ...{ evaluatedRound: 0, mergedOrdererIds: [], shareUnitIds: [], callBack: false },
};

function differs(row: OrderRow, before: OrderRow): boolean {
  return Object.entries(row).some(([key, value]) => {
    const old = before[key as keyof OrderRow] ?? null;
    return value instanceof Date && old instanceof Date ? value.getTime() !== old.getTime() : (value ?? null) !== old;
  });
}

/** Events of one instant keep their order: their ids count on. */
function eventId({ random, now, events }: Store): string {
  const noise = Uint8Array.from({ length: 16 }, () => between(random, 0, 255));
  return v7({ msecs: now.getTime(), seq: events.length, random: noise });
}
