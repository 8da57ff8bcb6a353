import { v7 } from 'uuid';
import type { WorkingCalendar } from '../../api/src/kernel/calendar.ts';
import type { Statement } from '../../api/src/platform/database/statement.ts';
import type { House } from '../../api/src/platform/house.ts';
import type { Case, CaseRow } from '../../api/src/platform/process/case.ts';
import type { ClockRow } from '../../api/src/platform/process/clocks.ts';
import type { CaseVerb } from '../../api/src/platform/process/verb.ts';
import { between, type Random } from '../random.ts';
import { clockAnswers } from './clock.answers.ts';
import type { EventRow } from './kept.ts';
import { OPEN_SEALER, type Answers } from './store.ts';

interface Setting {
  readonly of: Case;
  readonly calendar: WorkingCalendar;
  readonly random: Random;
}

/** One case after the other, as the tables would keep it while it lives: its row, its running clocks; and the events of all. */
export class KeptCase {
  readonly events: EventRow[] = [];
  readonly clocks = new Map<string, ClockRow>();
  now = new Date(0);
  row: CaseRow | null = null;
  /** What the engine works on; it is kept when it is written. */
  private lent: CaseRow | null = null;

  constructor(private readonly setting: Setting) {}

  begin(at: Date): void {
    this.now = at;
    this.row = null;
    this.clocks.clear();
  }

  /** When the next of its clocks has something to say. */
  nextRing(): Date | null {
    const times = [...this.clocks.values()].flatMap(({ nextAt }) => nextAt ?? []);
    return times.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
  }

  /** A house in which the engine finds this case and nothing else. */
  house(verbs: readonly CaseVerb[], more: Answers = {}): House {
    const answers = { ...this.answers(), ...more };
    const ask = (name: string, values: readonly unknown[], text: string) => {
      // Statements that one table needs in many forms are numbered.
      const answer = answers[name.replace(/-\d+$/, '')];
      if (!answer) throw new Error(`A chronicle has no answer to the statement "${name}"`);
      return answer(values as never, text);
    };
    const rows = (name: string, text: string, values: readonly unknown[] = []) =>
      Promise.resolve(ask(name, values, text));
    const later = ({ name, text, values }: Statement) => void ask(name, values, text);
    const em = {
      flush: () => Promise.resolve(),
      persist: (row: CaseRow) => ({ flush: () => Promise.resolve((this.row = row)) }),
    };
    const house = {
      ...{ verbs, cases: [this.setting.of], obligations: [], sealer: OPEN_SEALER },
      database: {
        query: rows,
        transaction: <T>(work: (transaction: unknown) => Promise<T>) => work({ rows, later, em }),
      },
      feed: { wake: () => undefined },
      log: { error: rethrow },
      now: () => this.now,
      calendar: () => Promise.resolve(this.setting.calendar),
    };
    return house as unknown as House;
  }

  private answers(): Answers {
    const { tableName } = this.setting.of.row.meta;
    const { noun } = this.setting.of.process;
    const lend = () => [(this.lent = { ...this.row! })];
    return {
      ...clockAnswers({ noun, now: () => this.now, clocksOf: () => this.clocks, ringing: () => this.row!.id }),
      [`lock-${tableName}`]: lend,
      [`read-${tableName}`]: lend,
      [`write-${tableName}`]: () => {
        this.row = { ...this.lent!, version: this.row!.version + 1 };
        return [];
      },
      'append-events': ([facts]: [string]) => {
        for (const event of JSON.parse(facts) as EventRow[]) this.events.push({ ...event, id: this.eventId() });
        return [];
      },
    };
  }

  /** Events of one instant keep their order: their ids count on. */
  private eventId(): string {
    const noise = Uint8Array.from({ length: 16 }, () => between(this.setting.random, 0, 255));
    return v7({ msecs: this.now.getTime(), seq: this.events.length, random: noise });
  }
}

/** A clock that cannot ring stops the seed. */
function rethrow({ err }: { readonly err: unknown }): never {
  throw err;
}
