import { dayOf } from '../instant.ts';
import { SPANS } from '../../texts/figures.ts';

/** First and last day, `YYYY-MM-DD`. */
export interface Span {
  readonly from: string;
  readonly to: string;
}
export type SpanName = keyof typeof SPANS;

const DAY_MS = 86_400_000;
const utc = (day: string) => new Date(`${day}T00:00:00Z`);
const dayText = (date: Date) => date.toISOString().slice(0, 10);
const at = (year: number, month: number, day: number) => dayText(new Date(Date.UTC(year, month, day)));

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d\d-\d\d$/.test(text);

/** The days of a span by its name. */
export function spanNamed(name: SpanName, today: string): Span {
  const [year, month] = [utc(today).getUTCFullYear(), utc(today).getUTCMonth()];
  const quarter = Math.floor(month / 3) * 3;
  const starts = { month: at(year, month, 1), quarter: at(year, quarter, 1), year: at(year, 0, 1) } as const;
  if (name === 'lastYear') return { from: at(year - 1, 0, 1), to: at(year - 1, 11, 31) };
  if (name === 'month' || name === 'quarter' || name === 'year') return { from: starts[name], to: today };
  return { from: at(year, month - 11, 1), to: today };
}

/** The span that an address asks for; of what is not understood the last twelve months. */
export function spanOf(params: URLSearchParams): { readonly name: SpanName; readonly span: Span } {
  const [from, to] = [params.get('from'), params.get('to')];
  if (isDay(from) && isDay(to) && from <= to) return { name: 'custom', span: { from, to } };
  const asked = params.get('time') ?? '';
  const name = asked in SPANS && asked !== 'custom' ? (asked as SpanName) : 'months12';
  return { name, span: spanNamed(name, dayOf(new Date())) };
}

/** The instants between which a span lies in Shanghai. */
export function instantsOf({ from, to }: Span): { readonly from: string; readonly before: string } {
  return { from: `${from}T00:00:00+08:00`, before: `${nextDay(to)}T00:00:00+08:00` };
}

const nextDay = (day: string) => dayText(new Date(utc(day).getTime() + DAY_MS));
export const lengthOf = ({ from, to }: Span): number => (utc(to).getTime() - utc(from).getTime()) / DAY_MS + 1;

/** The part of a span that a point of its trend stands for; `key` is a month or a Monday. */
export function partOf({ from, to }: Span, key: string): Span {
  const isMonth = key.length === 7;
  const [year, month] = key.split('-').map(Number) as [number, number];
  const first = isMonth ? `${key}-01` : key;
  const last = isMonth ? at(year, month, 0) : dayText(new Date(utc(key).getTime() + 6 * DAY_MS));
  return { from: first < from ? from : first, to: last > to ? to : last };
}

/** Every month or Monday of a span, so that those in which nothing happened are shown. */
export function pointsOf(span: Span, by: 'MONTH' | 'WEEK'): readonly string[] {
  const first = utc(span.from);
  const points: string[] = [];
  if (by === 'MONTH') {
    for (let n = 0; ; n += 1) {
      const key = at(first.getUTCFullYear(), first.getUTCMonth() + n, 1).slice(0, 7);
      if (`${key}-01` > span.to || points.length > 120) return points;
      points.push(key);
    }
  }
  const monday = first.getTime() - ((first.getUTCDay() + 6) % 7) * DAY_MS;
  for (let time = monday; dayText(new Date(time)) <= span.to; time += 7 * DAY_MS) points.push(dayText(new Date(time)));
  return points;
}

/** 10月, 26年1月, 10/26: short enough for an axis. */
export function pointLabel(key: string): string {
  const [year, month, day] = key.split('-') as [string, string, string?];
  if (day) return `${String(Number(month))}/${String(Number(day))}`;
  return month === '01' ? `${year.slice(2)}年1月` : `${String(Number(month))}月`;
}
