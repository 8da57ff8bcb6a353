/** How long somebody has: a count of working days, calendar days, hours or minutes. */
export interface Limit {
  readonly unit: 'workdays' | 'days' | 'hours' | 'minutes';
  readonly count: number;
}

const limit =
  (unit: Limit['unit']) =>
  (count: number): Limit => ({ unit, count });

/** Working days of the Chinese calendar: the starting day does not count, the last one counts to its end (民法典 第二百零一条). */
export const workdays = limit('workdays');
/** Calendar days, counted like working days. */
export const days = limit('days');
/** Hours of the clock on the wall, day and night. */
export const hours = limit('hours');
/** Minutes of the clock on the wall. */
export const minutes = limit('minutes');

const SPELLING = { workdays: 'WD', days: 'D', hours: 'H', minutes: 'M' } as const;
const LABEL = { workdays: '个工作日', days: '天', hours: '小时', minutes: '分钟' } as const;

/** What people read for each spelling: `WD` 个工作日. */
export const LIMIT_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  (Object.keys(SPELLING) as Limit['unit'][]).map((unit) => [SPELLING[unit], LABEL[unit]]),
);

/** `7WD`, `14D`, `24H`, `30M`: how a limit is kept in settings and records. */
export function spellLimit({ unit, count }: Limit): string {
  return `${count}${SPELLING[unit]}`;
}

/** Reads what `spellLimit` wrote. Throws a plain error on anything else: settings are checked before they are stored. */
export function readLimit(text: string): Limit {
  const [, count, spelling] = /^(\d{1,4})(WD|D|H|M)$/.exec(text) ?? [];
  const unit = (Object.keys(SPELLING) as Limit['unit'][]).find((key) => SPELLING[key] === spelling);
  if (!unit || Number(count) < 1) throw new Error(`"${text}" is not a limit such as 7WD, 14D, 24H or 30M`);
  return { unit, count: Number(count) };
}

/** 7个工作日, 14天, 24小时: how people read a limit. */
export function sayLimit({ unit, count }: Limit): string {
  return `${count}${LABEL[unit]}`;
}
