import { OFFERS, WEEKDAYS } from '../offers.texts.ts';

interface Hours {
  readonly weekday: number;
  readonly opensAt: string;
  readonly closesAt: string;
}

const nameOf = (weekday: number) => WEEKDAYS[weekday - 1] ?? '';

/** 星期一至星期三、星期五; 每天. */
function saidDays(days: readonly number[]): string {
  if (days.length === 7) return OFFERS.everyDay;
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const said = runs.map((run) =>
    run.length > 2 ? OFFERS.fromDayToDay(nameOf(run[0]!), nameOf(run.at(-1)!)) : run.map(nameOf).join('、'),
  );
  return said.join('、');
}

/** When something is open, in words: days with the same hours are said together. */
export function saidHours(hours: readonly Hours[]): string {
  const spansOf = new Map<number, string>();
  for (const { weekday, opensAt, closesAt } of hours) {
    const before = spansOf.get(weekday);
    spansOf.set(weekday, `${before ? `${before}、` : ''}${opensAt}–${closesAt}`);
  }
  const daysOf = new Map<string, number[]>();
  for (const [weekday, spans] of spansOf) daysOf.set(spans, [...(daysOf.get(spans) ?? []), weekday]);
  return [...daysOf].map(([spans, days]) => `${saidDays(days)} ${spans}`).join('\n') || OFFERS.always;
}
