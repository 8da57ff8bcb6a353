/** What one client saw of one attempt to take an order, or of one look at who holds it. Times are of one clock. */
export interface Attempt {
  readonly order: string;
  readonly call: number;
  /** When the answer came; ignored when there was none. */
  readonly ret: number;
  /** CLAIM by `unit`, or a LOOK. */
  readonly what: { readonly claim: string } | { readonly look: true };
  /**
   * `won`; `lost` to a holder; `saw` a holder or nobody; `unknown` when no answer came: it may have happened at any time
   * after the call, or never.
   */
  readonly answer: Answer;
}

export type Answer =
  | { readonly kind: 'won' }
  | { readonly kind: 'lost'; readonly to: string | null }
  | { readonly kind: 'saw'; readonly holder: string | null }
  | { readonly kind: 'unknown' };

export type Fault =
  | 'LOST_ORDER'
  | 'TWO_WINNERS'
  | 'WINNER_NOT_DURABLE'
  | 'WINNER_FROM_NOWHERE'
  | 'NO_WINNER'
  | 'EFFECT_BEFORE_CAUSE'
  | 'REFUSED_WITH_WRONG_WINNER'
  | 'SAW_WHAT_NEVER_WAS'
  | 'STALE_LOOK';

export interface Finding {
  readonly order: string;
  readonly fault: Fault;
}

/**
 * Judges a history in which orders are claimed and never released. Reading all claims of an order as attempts on one
 * register that is written once, it is sound exactly when nothing is found.
 * @param finals who held each order after everything was over
 */
export function judgeClaims(history: readonly Attempt[], finals: ReadonlyMap<string, string | null>): Finding[] {
  const byOrder = Map.groupBy(history, ({ order }) => order);
  const orders = new Set([...byOrder.keys(), ...finals.keys()]);
  return [...orders].flatMap((order) => {
    if (!finals.has(order)) return [{ order, fault: 'LOST_ORDER' as const }];
    const faults = new Set(judgeOrder(byOrder.get(order) ?? [], finals.get(order) ?? null));
    return [...faults].map((fault) => ({ order, fault }));
  });
}

const claimer = ({ what }: Attempt): string | null => ('claim' in what ? what.claim : null);

function judgeOrder(attempts: readonly Attempt[], final: string | null): Fault[] {
  const winners = new Set(attempts.filter(({ answer }) => answer.kind === 'won').map(claimer));
  const faults: Fault[] = [];
  if (winners.size > 1) faults.push('TWO_WINNERS');
  if (winners.size > 0 && !winners.has(final)) faults.push('WINNER_NOT_DURABLE');
  const cause = attempts.filter((attempt) => claimer(attempt) === final && mayHaveWon(attempt));
  if (final !== null && cause.length === 0) faults.push('WINNER_FROM_NOWHERE');
  const answered = attempts.some((attempt) => claimer(attempt) !== null && attempt.answer.kind !== 'unknown');
  if (final === null && answered) faults.push('NO_WINNER');
  const since = Math.min(...cause.map(({ call }) => call));
  const known = Math.min(...attempts.filter(showsHolder).map(({ ret }) => ret));
  return [...faults, ...attempts.flatMap((attempt) => judgeAttempt(attempt, final, { since, known }) ?? [])];
}

const mayHaveWon = ({ answer: { kind } }: Attempt) => kind === 'won' || kind === 'unknown';

/** After this answer everybody must see that the order is held. */
function showsHolder({ answer }: Attempt): boolean {
  return answer.kind === 'won' || answer.kind === 'lost' || (answer.kind === 'saw' && answer.holder !== null);
}

/** `since`: the first moment at which the final holder can have won; `known`: the first at which somebody knew. */
function judgeAttempt(attempt: Attempt, final: string | null, at: { since: number; known: number }): Fault | null {
  const { answer, ret, call } = attempt;
  if (showsHolder(attempt) && ret < at.since) return 'EFFECT_BEFORE_CAUSE';
  if (answer.kind === 'lost' && (answer.to !== final || claimer(attempt) === final)) return 'REFUSED_WITH_WRONG_WINNER';
  if (answer.kind !== 'saw') return null;
  if (answer.holder === null) return call > at.known ? 'STALE_LOOK' : null;
  return answer.holder === final ? null : 'SAW_WHAT_NEVER_WAS';
}
