import type { DomainEvent } from '../../kernel/event.ts';
import type { DatabaseTransaction } from '../database/transaction.ts';
import { rowOf } from './fact.ts';

// One statement and one parameter however many events there are. The queue keeps the order in which they were given.
const APPEND = `with fact as (insert into event select * from jsonb_populate_recordset(null::event, $1::jsonb))
  insert into event_pending (event_id)
  select (value->>'id')::uuid from jsonb_array_elements($1::jsonb) with ordinality order by ordinality`;

type Writer = Pick<DatabaseTransaction, 'later'>;

/** Records facts with the commit. Call it last: what is appended is held back from readers until then. */
export function appendEvents({ later }: Writer, events: readonly DomainEvent[]): void {
  if (events.length === 0) return;
  later({ name: 'append-events', text: APPEND, values: [JSON.stringify(events.map(rowOf))] });
}

/** Records one fact, as the last statement of a transaction. */
export function appendEvent(transaction: Writer, event: DomainEvent): void {
  appendEvents(transaction, [event]);
}
