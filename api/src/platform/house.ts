import type { FastifyBaseLogger } from 'fastify';
import type { WorkingCalendar } from '../kernel/calendar.ts';
import type { Config } from './config/config.ts';
import type { Database } from './database/database.ts';
import type { Documents } from './graphql/documents.ts';
import type { Feed } from './feed/feed.ts';
import type { Journal } from './audit/journal.ts';
import type { Case } from './process/case.ts';
import type { Obligations } from './process/obligations.ts';
import type { Verb } from './process/verb.ts';
import type { Questions } from './graphql/questions.ts';
import type { Sealer } from './seal/sealer.ts';

/** What everybody in the house may use. Made once by `app.ts`. */
export interface House {
  readonly config: Config;
  readonly database: Database;
  readonly feed: Feed;
  readonly sealer: Sealer;
  readonly journal: Journal;
  /** Reads on behalf of somebody, with the rights of the public door. */
  readonly questions: Questions;
  /** Every verb of every module. */
  readonly verbs: readonly Verb[];
  /** Documents that clients may name by their hash. */
  readonly documents: Documents;
  /** Every case that runs through a process. */
  readonly cases: readonly Case[];
  /** What units owe, as every module says of itself. */
  readonly obligations: readonly Obligations[];
  readonly log: FastifyBaseLogger;
  /** The one clock. Tests move it. */
  now(): Date;
  /** The working calendar as it stands in the database, at most a second old. */
  calendar(): Promise<WorkingCalendar>;
}
