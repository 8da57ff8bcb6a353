import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { newToken } from '../dist/api/src/platform/session/token.js';
import { seedCalendar } from '../dist/seeds/calendar.seed.js';
import { seedCategories } from '../dist/seeds/categories.seed.js';
import { seedDivisions } from '../dist/seeds/divisions.seed.js';
import { load } from './load.ts';
import { PEERS_SCHEMA } from './questions.ts';
import { JOIN_THE_LAST, PEOPLE, RESIDENTS, SIGN_IN_RESIDENTS, UNITS } from './registry.sql.ts';
import { FILL, OPEN_ORDERS } from './world.sql.ts';

/** Somebody who is signed in. */
export interface Person {
  readonly id: string;
  readonly postId: string;
  readonly role: string;
  readonly scope: string;
  readonly token: string;
  readonly tokenHash: Buffer;
}

/** A district with its orders, as the measurements need to know it. */
export interface World {
  /** Streets whose orders are read. */
  readonly streets: readonly string[];
  readonly units: readonly string[];
  readonly district: string;
  /** What is there, for the report. */
  readonly sizes: Readonly<Record<string, number>>;
  people(posts: readonly (readonly [role: string, scope: string])[]): Promise<readonly Person[]>;
  /** Residents with orders of their own, each of another community. */
  residents(count: number): Promise<readonly Person[]>;
  /** More orders, all of one community, open to these units and to nobody else. */
  openOrders(count: number, units: readonly string[]): Promise<readonly string[]>;
}

/** As many in every community. */
const RESIDENT_COUNT = 127 * 160;

export async function fillWorld(sql: pg.Pool, size: { units: number; orders: number; events: number }): Promise<World> {
  await seedRegistry(sql, { units: size.units, residents: RESIDENT_COUNT });
  const client = await sql.connect();
  try {
    await load(client, FILL(size));
  } finally {
    client.release();
  }
  await sql.query('VACUUM ANALYZE');
  return worldIn(sql);
}

/** Everything but orders: divisions, categories, units, residents. */
export async function seedRegistry(sql: pg.Pool, size: { units: number; residents: number }): Promise<void> {
  await seedDivisions(sql);
  await seedCategories(sql);
  await seedCalendar(sql, () => 0, new Date());
  await sql.query(UNITS, [size.units]);
  await sql.query(RESIDENTS, [size.residents]);
  await sql.query(PEERS_SCHEMA);
}

export async function worldIn(sql: pg.Pool): Promise<World> {
  const { rows } = await sql.query<{ sizes: Record<string, number> }>(SIZES);
  return {
    streets: await column(sql, READ_STREETS),
    units: await column(sql, 'SELECT id FROM unit ORDER BY id'),
    district: (await column(sql, `SELECT DISTINCT path[1] FROM division WHERE level = 'COMMUNITY'`))[0]!,
    sizes: rows[0]!.sizes,
    people: (posts) => peopleIn(sql, posts),
    residents: (count) => residentsIn(sql, count),
    openOrders: async (count, units) => {
      await sql.query(JOIN_THE_LAST, [units]);
      const { rows } = await sql.query<{ id: string }>(OPEN_ORDERS, [count, units, randomUUID()]);
      return rows.map(({ id }) => id);
    },
  };
}

// Without the street of the last community, where orders are added to be claimed.
const READ_STREETS = `SELECT DISTINCT path[2] FROM division WHERE level IN ('COMMUNITY', 'VILLAGE') AND path[2] <> (
  SELECT path[2] FROM division WHERE level IN ('COMMUNITY', 'VILLAGE') ORDER BY code DESC LIMIT 1) ORDER BY 1`;

const SIZES = `SELECT json_build_object(
  'communities', (SELECT count(*) FROM division WHERE level IN ('COMMUNITY', 'VILLAGE')), 'units', (SELECT count(*) FROM unit),
  'orders', (SELECT count(*) FROM orders), 'events', (SELECT count(*) FROM event)) AS sizes`;

async function column(sql: pg.Pool, text: string): Promise<string[]> {
  const { rows } = await sql.query<string[]>({ text, rowMode: 'array' });
  return rows.map(([value]) => value!);
}

async function peopleIn(sql: pg.Pool, posts: readonly (readonly [string, string])[]): Promise<Person[]> {
  const made = posts.map(([role, scope]) => {
    const { token, hash } = newToken() as { token: string; hash: Buffer };
    return { id: randomUUID(), postId: randomUUID(), role, scope, token, tokenHash: hash };
  });
  const of = <K extends keyof Person>(key: K) => made.map((person) => person[key]);
  await sql.query(PEOPLE, [of('id'), of('postId'), of('role'), of('scope'), of('tokenHash')]);
  return made;
}

async function residentsIn(sql: pg.Pool, count: number): Promise<Person[]> {
  const tokens = Array.from({ length: count }, () => newToken() as { token: string; hash: Buffer });
  const { rows } = await sql.query<Omit<Person, 'role' | 'token'>>(SIGN_IN_RESIDENTS, [
    count,
    tokens.map(({ hash }) => hash),
  ]);
  const tokenOf = new Map(tokens.map(({ token, hash }) => [hash.toString('hex'), token]));
  return rows.map((row) => ({ ...row, role: 'RESIDENT', token: tokenOf.get(row.tokenHash.toString('hex'))! }));
}

/** Tickets with which sockets of these people are let in; good for ten minutes, not for half of one. */
export async function ticketsFor(sql: pg.Pool, people: readonly Person[]): Promise<string[]> {
  const tickets = people.map(() => newToken() as { token: string; hash: Buffer });
  await sql.query(
    `INSERT INTO ws_ticket (hash, session_id, expires_at)
     SELECT t.hash, s.id, now() + interval '10 minutes' FROM unnest($1::bytea[], $2::bytea[]) AS t (hash, session)
     JOIN session s ON s.token_hash = t.session`,
    [tickets.map(({ hash }) => hash), people.map(({ tokenHash }) => tokenHash)],
  );
  return tickets.map(({ token }) => token);
}

/** A key such as clients make for every claim. */
export const newKey = (): string => randomBytes(16).toString('hex');
