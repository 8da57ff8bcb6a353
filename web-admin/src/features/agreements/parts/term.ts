import { dayOf } from '../../../parts/instant.ts';
import { AGREEMENTS } from '../agreements.texts.ts';

const DAY_MS = 86_400_000;
const OPEN = new Set(['DRAFT', 'NEGOTIATING', 'TO_SIGN', 'ONE_SIGNED', 'SIGNED']);
const ENDED = new Set(['EXPIRED', 'TERMINATED', 'WITHDRAWN']);

interface Term {
  readonly state: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

const between = (one: string, other: string) => Math.round((Date.parse(other) - Date.parse(one)) / DAY_MS);

/** How far an agreement is from its beginning or its end; null once it has ended. */
export function saidTerm({ state, startsOn, endsOn }: Term, today: string = dayOf(new Date())): string | null {
  if (ENDED.has(state)) return null;
  const begins = between(today, startsOn);
  if (OPEN.has(state) && begins > 0) return AGREEMENTS.starts(begins);
  const left = between(today, endsOn);
  if (left === 0) return AGREEMENTS.lastDay;
  return left > 0 ? AGREEMENTS.left(left) : AGREEMENTS.over(-left);
}
