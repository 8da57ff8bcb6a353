import type { House } from '../house.ts';
import { sweep } from './sweeper.ts';

/** Something that is done again and again while the house is open. */
export interface Round {
  readonly name: string;
  readonly everySeconds: number;
  run(house: House): Promise<unknown>;
}

const KEYS_KEPT_DAYS = 7;

/** Looks after the deadlines. */
export const deadlineRound = (everySeconds: number): Round => ({
  name: 'deadlines',
  everySeconds,
  // As long as there is more than one batch, go on at once.
  async run(house) {
    while ((await sweep(house)) > 0);
  },
});

/** Forgets idempotency keys that no client retries any more. */
export const keyRound: Round = {
  name: 'idempotency keys',
  everySeconds: 3600,
  run: (house) => {
    const before = new Date(house.now().getTime() - KEYS_KEPT_DAYS * 86_400_000);
    return house.database.query('forget-keys', 'DELETE FROM idempotency_key WHERE at < $1', [before]);
  },
};

/** Starts the rounds. A round that fails is logged and tried again at its next time. Returns how to stop; resolves when none runs. */
export function startRounds(house: House, rounds: readonly Round[]): () => Promise<void> {
  let open = true;
  const running = new Set<Promise<void>>();
  const timers = rounds.map((round) => {
    let busy = false;
    return setInterval(() => {
      if (busy || !open) return;
      busy = true;
      const run = round
        .run(house)
        .then(
          () => undefined,
          (err: unknown) => house.log.warn({ err, round: round.name }, 'a round failed'),
        )
        .finally(() => {
          busy = false;
          running.delete(run);
        });
      running.add(run);
    }, round.everySeconds * 1000);
  });
  return async () => {
    open = false;
    timers.forEach((timer) => clearInterval(timer));
    await Promise.all(running);
  };
}
