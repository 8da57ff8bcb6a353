import { randomUUID } from 'node:crypto';
import type { WorkingCalendar } from '../../api/src/kernel/calendar.ts';
import { openDatabase, type Database } from '../../api/src/platform/database/database.ts';
import type { Discovered } from '../../api/src/platform/discovery.ts';
import type { House } from '../../api/src/platform/house.ts';
import { perform } from '../../api/src/platform/process/perform.ts';
import { sweep } from '../../api/src/platform/process/sweeper.ts';
import { nameOf, type Verb } from '../../api/src/platform/process/verb.ts';
import type { Sealer } from '../../api/src/platform/seal/sealer.ts';
import { viewerOf, type Figure } from '../people.seed.ts';

/** What somebody does at a moment; the other acts of a plot are left out once one was refused. */
export interface Cue {
  readonly at: Date;
  readonly run: () => Promise<void>;
}

/** What a stage is opened with. */
export interface StageSet {
  readonly ownerUrl: string;
  readonly found: Discovered;
  readonly calendar: WorkingCalendar;
  readonly sealer: Sealer;
}

/** Thrown where the house said no: the plot ends there. */
export class SaidNo extends Error {}

/**
 * The real house on the database of the demo, with a clock that is set: few histories with many people in them are cheaper to let happen
 * than to invent. Acts come in the order of their times; clocks ring in between.
 */
export class Stage {
  readonly refused: string[] = [];
  private now = new Date(0);
  private readonly cues: Cue[] = [];
  private readonly verbs: ReadonlyMap<string, Verb>;
  private readonly house: House;

  private constructor(
    private readonly database: Database,
    { found, calendar, sealer }: StageSet,
  ) {
    const { modules, verbs } = found;
    this.verbs = new Map(verbs.map((verb) => [nameOf(verb), verb]));
    this.house = {
      ...{ database, verbs, sealer, now: () => this.now, calendar: () => Promise.resolve(calendar) },
      cases: modules.flatMap((module) => module.cases ?? []),
      obligations: modules.flatMap((module) => module.obligations ?? []),
      feed: { wake: () => undefined },
      journal: { write: () => Promise.resolve() },
    } as unknown as House;
  }

  static async open(set: StageSet): Promise<Stage> {
    const rows = set.found.modules.flatMap((module) => module.rows ?? []);
    return new Stage(await openDatabase({ url: set.ownerUrl, rows, poolSize: 2, relaxed: true }), set);
  }

  /** Lets something happen at a moment. */
  cue(at: Date, run: () => Promise<void>): void {
    this.cues.push({ at, run });
  }

  /** Somebody calls a verb; gives the case. */
  async does(by: Figure, name: string, [subjectId, input]: readonly [string | null, object]): Promise<string> {
    const call = { input: { ...input }, subjectId, idempotencyKey: randomUUID(), expectedVersion: null };
    const caller = { house: this.house, viewer: viewerOf(by), requestId: 'seed', exchange: null };
    const outcome = await perform(this.verbs.get(name)!, call, caller);
    if (outcome.ok) return outcome.subjectId;
    this.refused.push(`${name}: ${outcome.refusal.code}`);
    throw new SaidNo(name);
  }

  clock(): Date {
    return this.now;
  }

  query<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.database.query<Row>(name, text, values);
  }

  /** Plays everything up to a moment, and closes. */
  async play(until: Date): Promise<void> {
    try {
      for (let cue = this.next(until); cue; cue = this.next(until)) {
        await this.turnTo(cue.at);
        await cue.run().catch((error: unknown) => {
          if (!(error instanceof SaidNo)) throw error;
        });
      }
      await this.turnTo(until);
    } finally {
      await this.database.close();
    }
  }

  private next(until: Date): Cue | undefined {
    this.cues.sort((one, other) => one.at.getTime() - other.at.getTime());
    return this.cues[0] && this.cues[0].at <= until ? this.cues.shift() : undefined;
  }

  private async turnTo(at: Date): Promise<void> {
    this.now = at;
    while ((await sweep(this.house)) > 0);
  }
}
