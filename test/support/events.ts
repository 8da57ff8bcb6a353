import { fastify, type FastifyBaseLogger } from 'fastify';
import { v7 } from 'uuid';
import type { DomainEvent, FedEvent } from '../../api/src/kernel/event.ts';

/** A logger that says nothing. */
export const silence: FastifyBaseLogger = fastify({ logger: false }).log;

/** A fact in which everything that is not mentioned has a sane value. */
export function anEvent(overrides: Partial<DomainEvent> = {}): DomainEvent {
  return {
    id: v7(),
    noun: 'order',
    subjectId: v7(),
    action: 'claim',
    from: 'OPEN',
    to: 'CLAIMED',
    at: new Date(),
    personId: null,
    postId: null,
    role: 'UNIT_LIAISON',
    unitId: null,
    onBehalfOf: null,
    reason: null,
    data: {},
    clocks: [],
    places: { district: '610303000000', street: null, community: null, grid: null },
    unitIds: [],
    personIds: [],
    ...overrides,
  };
}

export const aFedEvent = (seq: number, overrides: Partial<DomainEvent> = {}): FedEvent => ({
  ...anEvent(overrides),
  epoch: 1,
  seq,
});

/** Waits until `holds`, looking every 5 ms; throws after `milliseconds`. */
export async function until(holds: () => boolean, milliseconds = 10_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!holds()) {
    if (performance.now() > end) throw new Error('What was waited for did not come');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
