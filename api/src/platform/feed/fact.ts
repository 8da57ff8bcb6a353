import type { DomainEvent, FedEvent } from '../../kernel/event.ts';

/** A row of table `event`, as JSON carries it. */
interface FactRow {
  readonly id: string;
  readonly noun: string;
  readonly subject_id: string;
  readonly action: string;
  readonly from_state: string | null;
  readonly to_state: string | null;
  readonly at: string;
  readonly person_id: string | null;
  readonly post_id: string | null;
  readonly role: string | null;
  readonly unit_id: string | null;
  readonly on_behalf_of: string | null;
  readonly reason: string | null;
  readonly data: DomainEvent['data'];
  readonly clocks: DomainEvent['clocks'];
  readonly district: string | null;
  readonly street: string | null;
  readonly community: string | null;
  readonly grid: string | null;
  readonly unit_ids: readonly string[];
  readonly person_ids: readonly string[];
}

/** The row to be written. */
export function rowOf(event: DomainEvent): FactRow {
  const { id, noun, action, role, reason, data, clocks } = event;
  return {
    ...{ id, noun, action, role, reason, data, clocks },
    ...event.places,
    subject_id: event.subjectId,
    from_state: event.from,
    to_state: event.to,
    at: event.at.toISOString(),
    person_id: event.personId,
    post_id: event.postId,
    unit_id: event.unitId,
    on_behalf_of: event.onBehalfOf,
    unit_ids: event.unitIds,
    person_ids: event.personIds,
  };
}

/** Reads the text of `FACT`. One JSON text a row, so that no driver's own idea of dates and arrays comes between. */
export function eventOf(fact: string): DomainEvent {
  const row = JSON.parse(fact) as FactRow;
  const { id, noun, action, role, reason, data, clocks, district, street, community, grid } = row;
  return {
    ...{ id, noun, action, role, reason, data, clocks },
    subjectId: row.subject_id,
    from: row.from_state,
    to: row.to_state,
    at: new Date(row.at),
    personId: row.person_id,
    postId: row.post_id,
    unitId: row.unit_id,
    onBehalfOf: row.on_behalf_of,
    places: { district, street, community, grid },
    unitIds: row.unit_ids,
    personIds: row.person_ids,
  };
}

/** SQL for the text that `eventOf` reads, of a row of `event` called `e`. */
export const FACT = 'row_to_json(e)::text';

/** A row of the feed with its fact. */
export interface FedRow {
  readonly seq: string;
  readonly epoch: number;
  readonly fact: string;
}

/** The events after $1, at most $2, in order. */
export const READ_FEED = `select f.seq::text as seq, f.epoch, ${FACT} as fact
  from feed f join event e on e.id = f.event_id where f.seq > $1 order by f.seq limit $2`;

export function fedEventOf(row: FedRow): FedEvent {
  return { ...eventOf(row.fact), seq: Number(row.seq), epoch: row.epoch };
}
