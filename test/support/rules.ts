import type { Shown, Somebody } from './somebody.ts';
import type { World } from './world.ts';

export interface KeptEvent {
  readonly action: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly role: string | null;
  readonly reason: string | null;
  readonly data: Shown;
  readonly clocks: readonly {
    readonly action: string;
    readonly light: string;
    readonly startedAt: string;
    readonly dueAt: string;
  }[];
}

/** The history of an order, oldest first, as it is kept. */
export async function eventsOf({ sql }: World, orderId: string, action?: string): Promise<KeptEvent[]> {
  const { rows } = await sql.query<KeptEvent>(
    `SELECT action, from_state AS "from", to_state AS "to", role, reason, data, clocks FROM event
     WHERE subject_id = $1 AND ($2::text IS NULL OR action = $2) ORDER BY id`,
    [orderId, action ?? null],
  );
  return rows;
}

export interface KeptClock {
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly pausedAt: Date | null;
  readonly limit: string;
}

/** The running clock of a duty; undefined when nobody owes it. */
export async function clockOf({ sql }: World, orderId: string, action: string): Promise<KeptClock | undefined> {
  const { rows } = await sql.query<KeptClock>(
    `SELECT started_at AS "startedAt", due_at AS "dueAt", paused_at AS "pausedAt", limit_text AS "limit" FROM process_clock
     WHERE subject_id = $1 AND action = $2`,
    [orderId, action],
  );
  return rows[0];
}

export async function columnsOf({ sql }: World, orderId: string): Promise<Shown> {
  const { rows } = await sql.query<Shown>('SELECT * FROM orders WHERE id = $1', [orderId]);
  return rows[0]!;
}

/** The clock acts on everything that is due; returns how much it did. */
export async function settle(world: World): Promise<number> {
  let handled = 0;
  for (let more = await world.sweep(); more > 0; more = await world.sweep()) handled += more;
  return handled;
}

/** Names what somebody may do with an order now. */
export async function mayDo(who: Somebody, orderId: string): Promise<string[]> {
  const order = await who.order(orderId, 'viewerActions { action }');
  return (order?.['viewerActions'] as Shown[] | undefined)?.map(({ action }) => action as string) ?? [];
}

/** Time passes; everybody stays signed in. */
export async function pass(world: World, time: { days?: number; hours?: number; minutes?: number }): Promise<void> {
  world.later(time);
  await world.sql.query('UPDATE session SET last_seen_at = $1', [world.now()]);
}

/** An instant so many hours from now, as callers write it. */
export const inHours = (world: World, hours: number): string =>
  new Date(world.now().getTime() + hours * 3_600_000).toISOString();

/** Time passes until so many minutes after an instant (before it, when negative). */
export const passTo = (world: World, instant: Date, minutes: number): Promise<void> =>
  pass(world, { minutes: (instant.getTime() - world.now().getTime()) / 60_000 + minutes });

/** Waits until just after the end of a duty and lets the clock act. */
export async function runOut(world: World, orderId: string, action: string): Promise<void> {
  await passTo(world, (await clockOf(world, orderId, action))!.dueAt, 1);
  await settle(world);
}
