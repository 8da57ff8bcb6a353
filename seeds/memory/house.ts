import type { House } from '../../api/src/platform/house.ts';
import type { Statement } from '../../api/src/platform/database/statement.ts';
import type { Verb } from '../../api/src/platform/process/verb.ts';
import type { OrderRow } from '../../api/src/modules/orders/index.ts';
import { clockAnswers, type Clockwork } from './clock.answers.ts';
import { keptOrder } from './kept.ts';
import { closingAnswers } from './closing.answers.ts';
import { claimAnswers, wordAnswers } from './order.answers.ts';
import { registryAnswers } from './registry.answers.ts';
import { rowAnswers } from './row.answers.ts';
import { OPEN_SEALER, orderIn, type Answers, type Store } from './store.ts';

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
    ...closingAnswers(store),
    ...clockAnswers(clockworkOf(store)),
    ...rowAnswers(store),
  };
  const ask = (name: string, values: readonly unknown[], text: string) => {
    // Statements that one table needs in many forms are numbered.
    const answer = answers[name.replace(/-\d+$/, '')];
    if (!answer) throw new Error(`No answer in seeds/memory/*.answers.ts to the new statement "${name}"`);
    return answer(values as never, text);
  };
  const rows = (name: string, text: string, values: readonly unknown[] = []) =>
    Promise.resolve(ask(name, values, text));
  const later = ({ name, text, values }: Statement) => void ask(name, values, text);
  const em = entityManager(store);
  const cases = [...new Set(verbs.flatMap((verb) => (verb.kind === 'PLAIN' ? [] : [verb.case])))];
  const house = {
    ...{ verbs, cases, obligations: [], sealer: OPEN_SEALER },
    database: {
      query: rows,
      transaction: <T>(work: (transaction: unknown) => Promise<T>) => work({ rows, later, em }),
    },
    feed: { wake: () => undefined },
    now: () => store.now,
    calendar: () => Promise.resolve(store.world.calendar),
  };
  return house as unknown as House;
}

const clockworkOf = (store: Store): Clockwork => ({
  noun: 'order',
  now: () => store.now,
  clocksOf: (id) => orderIn(store, id).clocks,
  ringing: () => store.ringing!,
});

/** As much of an entity manager as the opening of a case needs. */
function entityManager(store: Store) {
  return {
    create: (_schema: unknown, given: Partial<OrderRow>) => ({ ...NEW_ORDER, followerIds: [], ...given }) as OrderRow,
    persist: (row: OrderRow) => ({
      flush: () => {
        if (!store.orders.has(row.id)) store.orders.set(row.id, keptOrder(row));
        return Promise.resolve();
      },
    }),
    flush: () => Promise.resolve(),
  };
}

const NEW_ORDER: Partial<OrderRow> = {
  ...{ urgency: 'NORMAL', round: 1, appealed: false, sharesOpen: 0, releaseCount: 0, extendCount: 0, reworkCount: 0 },
  ...{ evaluatedRound: 0, mergedOrdererIds: [], shareUnitIds: [], callBack: false },
  ...{ checkerUnitIds: [], publicNotice: false },
};
