import { dayOf, startOfDay, type WorkingCalendar } from '../../api/src/kernel/calendar.ts';
import type { Role } from '../../api/src/kernel/viewer.ts';
import type { AllianceRow } from '../../api/src/modules/alliance/index.ts';
import type { UnitRow } from '../../api/src/modules/units/index.ts';
import type { Verb } from '../../api/src/platform/process/verb.ts';
import type { Figure } from '../people.seed.ts';
import type { Random } from '../random.ts';

export type Units = ReadonlyMap<string, UnitRow>;

/** What whoever invents the life of an alliance knows. */
export interface Setting {
  readonly calendar: WorkingCalendar;
  readonly random: Random;
  /** The moment at which the world begins: nothing happened after it. */
  readonly until: Date;
  readonly verbs: readonly Verb[];
  readonly figures: readonly Figure[];
  readonly units: Units;
  readonly alliances: ReadonlyMap<string, AllianceRow>;
}

const DAY = 86_400_000;

/** People of the demo world by what they are and where. */
export class People {
  private readonly byPost: ReadonlyMap<string, readonly Figure[]>;

  constructor(figures: readonly Figure[]) {
    this.byPost = Map.groupBy(figures, ({ role, scope }) => `${role} ${scope}`);
  }

  /** Whoever holds the role there; everywhere that the seed peoples there is somebody. */
  at(role: Role, scope: string): Figure {
    const [first] = this.byPost.get(`${role} ${scope}`) ?? [];
    if (!first) throw new Error(`The demo world has no ${role} at ${scope}`);
    return first;
  }
}

/** The street of a division. */
export const streetOf = (code: string): string => `${code.slice(0, 9)}000`;
export const isStreet = (code: string): boolean => code.endsWith('000');

/** A moment in office hours of the day that lies `days` from `at`, or of the last working day before it: some minutes after nine o'clock. */
export function officeHour(calendar: WorkingCalendar, at: Date, days: number, minutes: number): Date {
  const day = dayOf(new Date(at.getTime() + days * DAY));
  const workday = calendar.isWorkday(day) ? day : calendar.addWorkdays(day, -1);
  return new Date(startOfDay(workday).getTime() + NINE + minutes * 60_000);
}

const NINE = 9 * 3_600_000;
