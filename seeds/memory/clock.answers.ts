import type { ClockRow } from '../../api/src/platform/process/clocks.ts';
import type { Answers } from './store.ts';

/** Where the clocks of cases are kept. */
export interface Clockwork {
  readonly noun: string;
  now(): Date;
  clocksOf(subjectId: string): Map<string, ClockRow>;
  /** The case whose clocks are looked at. */
  ringing(): string;
}

/** What the statements of the process engine answer about running clocks. */
export function clockAnswers({ noun, now, clocksOf: clocks, ringing }: Clockwork): Answers {
  const isDue = ({ nextAt }: ClockRow) => nextAt !== null && nextAt <= now();
  return {
    'clocks-of-case': ([id]: [string]) => [...clocks(id).values()],
    'finish-clock': ([id]: [string]) => [...clocks(id).values()].filter(({ action }) => action === 'finish'),
    'write-clocks': ([id, gone, , actions, ...columns]: WriteValues) => {
      for (const action of gone) clocks(id).delete(action);
      actions.forEach((action, index) => clocks(id).set(action, clockOf(id, action, columns, index)));
      return [];
    },
    'clocks-due': () =>
      [...clocks(ringing()).values()].filter(isDue).map(({ subjectId, action }) => ({ subjectId, action, noun })),
    'lock-clock': ([id, action]: [string, string]) =>
      [...clocks(id).values()].filter((clock) => clock.action === action && isDue(clock)),
    'schedule-clock': ([id, action, moment, nextAt, level]: [
      string,
      string,
      ClockRow['moment'],
      Date | null,
      number,
    ]) => {
      clocks(id).set(action, { ...clocks(id).get(action)!, moment, nextAt, level });
      return [];
    },
  };
}

type WriteValues = [string, readonly string[], string, readonly string[], ...(readonly unknown[])[]];

const COLUMNS = [
  'startedAt',
  'limitText',
  'yellowAt',
  'dueAt',
  'pausedAt',
  'provisional',
  'nextAt',
  'moment',
  'level',
  'resumed',
];

function clockOf(subjectId: string, action: string, columns: readonly (readonly unknown[])[], index: number): ClockRow {
  const values = COLUMNS.map((key, column) => [key, columns[column]![index]]);
  return { subjectId, action, ...Object.fromEntries(values) } as ClockRow;
}
