import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DomainEvent } from '../../kernel/event.ts';
import { prepared } from '../database/connection.ts';
import { rowOf } from './fact.ts';

// One statement and one parameter however many events there are. The queue keeps the order in which they were given.
const APPEND = `with fact as (insert into event select * from jsonb_populate_recordset(null::event, $1::jsonb))
  insert into event_pending (event_id)
  select (value->>'id')::uuid from jsonb_array_elements($1::jsonb) with ordinality order by ordinality`;

/** Records facts in the transaction of `em`. Call it last: what is appended is held back from readers until the commit. */
export async function appendEvents(em: SqlEntityManager, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  await em.getKysely().executeQuery({
    sql: APPEND,
    parameters: prepared('event_append', [JSON.stringify(events.map(rowOf))]),
    query: { kind: 'RawNode', sqlFragments: [APPEND], parameters: [] },
    queryId: { queryId: 'event_append' },
  });
}

/** Records one fact, as the last statement of a transaction. */
export async function appendEvent(em: SqlEntityManager, event: DomainEvent): Promise<void> {
  await appendEvents(em, [event]);
}
