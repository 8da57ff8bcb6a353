import type { EntitySchema } from '@mikro-orm/core';
import type { FastifyInstance } from 'fastify';
import type { Topic } from './feed/topic.ts';
import type { House } from './house.ts';
import type { ModulePolicy } from './graphql/policy.ts';
import type { Authenticator } from './session/authenticator.ts';
import type { WorkingCalendar } from '../kernel/calendar.ts';
import type { Database } from './database/database.ts';
import type { Home } from './http/home.ts';
import type { Queries } from './reads/queries.ts';
import type { Round } from './process/rounds.ts';
import type { Case } from './process/case.ts';
import type { Obligations } from './process/obligations.ts';
import type { Verifies } from './verify.ts';

type Demo = NonNullable<Home['demo']>;

/** Something that goes on until it is closed. */
export interface Running {
  close(): Promise<void>;
}

/** What the application needs to know of a module. Found by folder, never listed; its verbs are found in `verbs/`. */
export interface Module {
  readonly name: string;
  /** MikroORM entities of the tables in which the module keeps what it changes. */
  readonly rows?: readonly EntitySchema[];
  /** type-graphql classes: queries, field resolvers, subscription fields. Mutations come from verbs. */
  readonly resolvers?: readonly NonNullable<unknown>[];
  /** Fields of Query that are declared (platform/reads). Types that are read so are found through them. */
  readonly queries?: readonly Queries[];
  /** What runs through processes of the module, each by the table of its own. */
  readonly cases?: readonly Case[];
  /** What a unit still owes in the module: nobody leaves before it is handed over. */
  readonly obligations?: Obligations;
  /** Looks whether records that the module keeps for ever are what they were: part of `npm run verify`. */
  readonly verifies?: Verifies;
  /** One line per GraphQL type and root field; a type or root field without one stops the start. */
  readonly policy?: ModulePolicy;
  /** Subscriptions of the module. */
  readonly topics?: (house: House) => readonly Topic[];
  readonly authenticator?: (house: House) => Authenticator;
  /** What the module does again and again while the house is open. */
  readonly rounds?: readonly Round[];
  /** What goes on of its own while the house is open, on each node. */
  readonly runs?: (house: House) => Running;
  /** Where the working calendar comes from. */
  readonly calendar?: (database: Database) => { calendar(): Promise<WorkingCalendar> };
  /** What the page of the demo shows of the module. */
  readonly demo?: (house: House) => Demo;
  /** REST routes, for what GraphQL does not carry: bytes. */
  readonly routes?: (app: FastifyInstance, house: House) => void | Promise<void>;
}

export const defineModule = (module: Module): Module => module;
