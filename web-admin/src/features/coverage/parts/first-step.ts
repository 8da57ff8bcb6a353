import type { ActionRequest } from '../../../actions/requests.ts';
import { COVERAGE } from '../coverage.texts.ts';
import type { CoverageCellQuery } from '../gql/graphql.ts';
import type { Cell } from './rows.ts';

export type Seat = CoverageCellQuery['seats']['nodes'][number];
export type Running = CoverageCellQuery['appointments']['nodes'][number];
export type Body = CoverageCellQuery['bodies']['nodes'][number];

/** What is behind a cell. */
export interface Behind {
  readonly seats: readonly Seat[];
  readonly running: readonly Running[];
  /** Seats into which nobody is on the way. */
  readonly idle: readonly Seat[];
  readonly bodies: readonly Body[];
}

export function behindOf({ seats, appointments, bodies }: CoverageCellQuery): Behind {
  const open = seats.nodes.filter(({ closedAt }) => !closedAt);
  const running = appointments.nodes.filter(({ seat }) => open.some(({ id }) => id === seat.id));
  const taken = new Set(running.map(({ seat }) => seat.id));
  const idle = open.filter(({ id, holder }) => !holder && !taken.has(id));
  return { seats: open, running, idle, bodies: bodies.nodes };
}

const aboutOf = ({ community, sourceLabel }: Cell, body: string) => COVERAGE.step(community, sourceLabel, body);

/** Begins to fill a seat. */
export const openingOf = (cell: Cell, { id, body }: Seat): ActionRequest => ({
  ...{ mutation: 'appointmentOpenSeat', fixed: { seatId: id }, about: aboutOf(cell, body.name) },
});

/** Adds a seat for this kind of unit. In the committee of a community it is that of a part-time member. */
export const addingTo = (cell: Cell, { id, kind, name }: Body): ActionRequest => ({
  ...{ mutation: 'seatAdd', about: aboutOf(cell, name), fixed: { bodyId: id, source: cell.source } },
  ...(kind === 'COMMUNITY_COMMITTEE' && { preset: { kind: 'PART_TIME_MEMBER' } }),
});

const onlyOne = <T>(all: readonly T[]): T | null => (all.length === 1 ? all[0]! : null);

/** Sends somebody into the one seat for which the viewer may. */
function nominationFor(cell: Cell, { running }: Behind): ActionRequest | null {
  const steps = running.flatMap(({ id, version, title, viewerActions }) =>
    viewerActions
      .filter(({ action }) => action === 'nominate')
      .map(({ mutation }) => ({ mutation, subject: { id, version }, about: aboutOf(cell, title) })),
  );
  return onlyOne(steps);
}

/** The one step by which the viewer brings a gap nearer to being filled; null where there are several, or none. */
export function firstStep(cell: Cell, behind: Behind, keeps: boolean): ActionRequest | null {
  const nomination = nominationFor(cell, behind);
  if (nomination || !keeps || behind.running.length > 0) return nomination;
  const seat = onlyOne(behind.idle);
  if (seat) return openingOf(cell, seat);
  const committee = onlyOne(behind.bodies.filter(({ kind }) => kind === 'COMMUNITY_COMMITTEE'));
  return committee && behind.seats.length === 0 ? addingTo(cell, committee) : null;
}
