import { dayOf, endOfDay } from '../../../kernel/calendar.ts';
import type { Effect } from '../../../platform/process/verb.ts';
import type { ProjectRow } from './project.row.ts';

const DAY = 86_400_000;

/** The work goes on: its last day moves by as many days as it rested. */
export function goOn(row: ProjectRow, now: Date): Effect {
  const rested = Math.max(0, Math.round((Date.parse(dayOf(now)) - Date.parse(dayOf(row.enteredAt))) / DAY));
  row.dueOn = new Date(Date.parse(row.dueOn) + rested * DAY).toISOString().slice(0, 10);
  row.pausedUntil = null;
  return { clocks: { deliver: endOfDay(row.dueOn) }, data: { rested, dueOn: row.dueOn } };
}
