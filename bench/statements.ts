import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Setting } from './claims.ts';
import { Caller } from './http.ts';
import type { Sent } from './probe.ts';
import type { Table } from './statistics.ts';
import type { Person } from './world.ts';

const FOLDER = join(import.meta.dirname, '..', 'schema', 'documents');

/** How many statements each query of the console sends, the look-up of the session left out. */
export async function measureStatements(setting: Setting): Promise<Table> {
  const { world, server } = setting;
  const people = await world.people([
    ['STREET_REVIEWER', world.streets[0]!],
    ['UNIT_LIAISON', world.units.at(-1)!],
    ['SECURITY_ADMIN', world.district],
    ['AUDITOR', world.district],
    ['SYSTEM_ADMIN', world.district],
  ]);
  const values = await valuesFor(setting, people);
  const caller = await Caller.open(server.url);
  const rows: string[][] = [];
  for (const name of readdirSync(FOLDER).toSorted()) {
    const query = readFileSync(join(FOLDER, name), 'utf8');
    if (!/^query /m.test(query)) continue;
    rows.push([name.replace('.graphql', ''), ...(await counted(query))]);
  }
  caller.close();
  return {
    title: 'Statements of the console’s queries',
    about: 'As somebody sends them who may ask, after one to warm up; without the look-up of the session.',
    head: ['query', 'asked as', 'statements'],
    rows,
  };

  /** Asks as the first who may. */
  async function counted(query: string): Promise<string[]> {
    for (const person of people) {
      const body = JSON.stringify({ query, variables: variablesFor(query, values) });
      const request = caller.request('/graphql', { token: person.token, body });
      await caller.call(request);
      await server.child.ask('record');
      const { body: answer } = await caller.call(request);
      const sent = await server.child.ask<Sent[]>('recorded');
      const { errors } = JSON.parse(answer.toString()) as { errors?: readonly Fault[] };
      if (errors?.[0]?.extensions.code === 'NOT_ALLOWED') continue;
      if (errors) return [person.role, `– (${errors[0]!.extensions.code})`];
      const mine = sent.filter(({ name, text }) => name !== 'session-by-token' && !text.includes('event_pending'));
      return [person.role, String(mine.length)];
    }
    return ['nobody here', '–'];
  }
}

interface Fault {
  readonly extensions: { readonly code: string };
}

type Values = Readonly<Record<string, unknown>>;

async function valuesFor({ ground, world }: Setting, [reviewer]: readonly Person[]): Promise<Values> {
  const { rows } = await ground.sql.query<{ id: string }>(
    `SELECT id FROM orders WHERE street_code = $1 AND state = 'CLEARED' ORDER BY id DESC LIMIT 1`,
    [reviewer!.scope],
  );
  const { rows: alliances } = await ground.sql.query<{ id: string }>('SELECT id FROM alliance LIMIT 1');
  return {
    'order.id': rows[0]?.id,
    'unit.id': world.units[0],
    'alliance.id': alliances[0]?.id,
    year: new Date().getUTCFullYear(),
    code: reviewer!.scope,
    division: reviewer!.scope,
    parent: reviewer!.scope,
  };
}

/** A value for each variable that must have one: by its name, or by the field that it is for. */
function variablesFor(query: string, values: Values): Record<string, unknown> {
  const field = /\{\s*(\w+)/.exec(query)?.[1];
  const needed = [...query.matchAll(/\$(\w+): \[?\w+!?\]?!(?! =)/g)].map(([, name]) => name!);
  return Object.fromEntries(needed.map((name) => [name, values[`${String(field)}.${name}`] ?? values[name]]));
}
