import { dayOf, endOfDay } from '../../../kernel/calendar.ts';
import { reasons } from './agreement.reasons.ts';

const DAY = 86_400_000;
/** Calendar days that a term may have. */
const SHORTEST = 30;
const LONGEST = 5 * 366;
/** So long before its end the parties are told. */
export const NEAR_END_DAYS = 60;

export interface Term {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** 24:00 of the last day in Asia/Shanghai: from then on the unit is no member. */
export const endOf = ({ endsOn }: Pick<Term, 'endsOn'>): Date => endOfDay(endsOn);

export const isOver = (term: Pick<Term, 'endsOn'>, now: Date): boolean => endOf(term) <= now;

export const daysBefore = (instant: Date, days: number): Date => new Date(instant.getTime() - days * DAY);

/** Refuses a term that is too short, too long or over. */
export function refuseTerm({ startsOn, endsOn }: Term, now: Date): void {
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / DAY + 1;
  const path = ['input', 'endsOn'];
  if (days < SHORTEST || days > LONGEST)
    reasons.refuse('AGREEMENT_TERM', { path, values: { shortest: SHORTEST, years: 5 } });
  if (endsOn < dayOf(now)) reasons.refuse('AGREEMENT_TERM_PAST', { path });
}

/** Refuses what comes after the last day. */
export function refuseOver(term: Pick<Term, 'endsOn'>, now: Date): void {
  if (isOver(term, now)) reasons.refuse('AGREEMENT_OVER', { values: { endsOn: term.endsOn } });
}
