import { CLOCK } from '../../api/src/kernel/process.ts';
import { spellLimit } from '../../api/src/kernel/limit.ts';
import type { Matrix } from './matrix.ts';
import type { World } from './world.ts';

const WRITE = `
  INSERT INTO process_clock (subject_id, noun, action, started_at, limit_text, yellow_at, due_at, provisional, next_at, moment)
  VALUES ($1, $2, $3, $4::timestamptz - interval '9 days', $5, $4::timestamptz - interval '1 day', $4::timestamptz + interval '1 hour', false,
    $4::timestamptz - interval '1 minute', 'YELLOW')`;
const RING = `UPDATE process_clock SET next_at = $3 WHERE subject_id = $1 AND action = $2 AND moment = 'DUE'`;
const COUNT = `
  SELECT count(*) FILTER (WHERE action = 'deadlineNear' AND data ->> 'duty' = $2)::int AS near,
    count(*) FILTER (WHERE action = 'deadlineMissed' AND data ->> 'duty' = $2)::int AS missed,
    count(*) FILTER (WHERE action = $2)::int AS taken
  FROM event WHERE subject_id = $1 AND id > $3`;

export interface Rung {
  readonly near: number;
  readonly missed: number;
  readonly taken: number;
}

/** Duties of a process that have a limit, each with a state in which its clock runs. */
export const dutiesOf = ({ of }: Pick<Matrix, 'of'>) =>
  of.process.steps
    .filter((step) => step.within !== null)
    .map(({ action, within, span, who }) => ({
      action,
      within: within!,
      state: span.over[0]!,
      byClock: who.includes(CLOCK),
    }));

/** Lets the clock of a duty turn yellow and then run out while two houses sweep at once, twice each; says what happened. */
export async function ringOut(
  world: World,
  matrix: Matrix,
  { action, state }: { readonly action: string; readonly state: string },
): Promise<Rung> {
  const { id, of } = matrix.case;
  await matrix.put(state);
  const { within } = dutiesOf(matrix).find((duty) => duty.action === action)!;
  const { rows: before } = await world.sql.query<{ last: string }>('SELECT id::text AS last FROM event ORDER BY id DESC LIMIT 1'); // prettier-ignore
  await world.sql.query(WRITE, [id, of.process.noun, action, world.now(), spellLimit(within)]);
  await sweepTogether(world);
  await world.sql.query(RING, [id, action, new Date(world.now().getTime() - 1000)]);
  await sweepTogether(world);
  const { rows } = await world.sql.query<Rung>(COUNT, [id, action, before[0]!.last]);
  await matrix.case.undo();
  return rows[0]!;
}

const sweepTogether = (world: World) =>
  Promise.all(world.apps.flatMap((_app, node) => [world.sweep(node), world.sweep(node)]));
