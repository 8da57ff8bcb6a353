import { v7 } from 'uuid';
import { between } from '../random.ts';
import type { EventRow } from './kept.ts';
import { orderIn, type Answers, type Store } from './store.ts';

/** What the statements answer by which the process engine reads and writes the row of a case and records its events. */
export function rowAnswers(store: Store): Answers {
  const rowOf = (id: string) => {
    const row = store.orders.get(id)?.row;
    return row && { ...row };
  };
  return {
    'lock-orders': ([id, states]: [string, readonly string[] | null]) =>
      [rowOf(id)].filter((row) => row && (states?.includes(row.state) ?? true)),
    'read-orders': ([id]: [string]) => [rowOf(id)].filter(Boolean),
    'write-orders': ([id, , ...values]: [string, number, ...unknown[]], text: string) => {
      const { row } = orderIn(store, id);
      for (const [, column, index] of text.matchAll(/"(\w+)" = \$(\d+)/g))
        Object.assign(row, { [propertyOf(column!)]: values[Number(index) - 3] });
      row.version += 1;
      if (row.masterId) store.merged.add(id);
      return [];
    },
    'append-events': ([facts]: [string]) => {
      for (const event of JSON.parse(facts) as EventRow[]) store.events.push({ ...event, id: eventId(store) });
      return [];
    },
  };
}

const propertyOf = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Events of one instant keep their order: their ids count on. */
function eventId({ random, now, events }: Store): string {
  const noise = Uint8Array.from({ length: 16 }, () => between(random, 0, 255));
  return v7({ msecs: now.getTime(), seq: events.length, random: noise });
}
