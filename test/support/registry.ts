import type { Role } from '../../api/src/kernel/viewer.ts';
import { seedAlliance } from '../../seeds/alliance.seed.ts';
import { seedCalendar } from '../../seeds/calendar.seed.ts';
import { seedCategories } from '../../seeds/categories.seed.ts';
import { seedGrids } from '../../seeds/divisions.seed.ts';
import { mulberry32 } from '../../seeds/random.ts';
import { seedUnits } from '../../seeds/units.seed.ts';
import { bearer, IdentityApp } from './identity-app.ts';

type Thing =
  | 'division'
  | 'divisions'
  | 'unit'
  | 'units'
  | 'alliance'
  | 'alliances'
  | 'members'
  | 'calendarYear'
  | 'serviceCategory';
type Alias = 'all' | 'street' | 'none' | 'odd' | 'y2026' | 'y2027';
type List =
  'nodes' | 'children' | 'areas' | 'capabilities' | 'days' | 'limits' | 'serviceCategories' | 'active' | 'every';

/** What an operation shows. Tests read only what they selected. */
export type Shown = { readonly [K in Thing | Alias]: Shown } & { readonly [K in List]: readonly Shown[] } & {
  readonly [K in 'id' | 'code' | 'name' | 'kind' | 'source']: string;
} & { readonly totalCount: number };

interface EventRow {
  readonly action: string;
  readonly role: string;
  readonly data: object;
  readonly unit_ids: readonly string[];
}

interface Listed {
  readonly path: readonly string[];
  readonly args?: string;
  readonly field: string;
  readonly first: number;
}
interface PageOfNodes {
  readonly nodes: readonly object[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** The whole house with the registry of the demo world. */
export type Registry = Awaited<ReturnType<typeof openRegistry>>;

export async function openRegistry() {
  const inner = await IdentityApp.open();
  const random = mulberry32(1);
  await seedCalendar(inner.sql, random, inner.now());
  await seedCategories(inner.sql);
  await seedGrids(inner.sql);
  await seedUnits(inner.sql, random, inner.now());
  await seedAlliance(inner.sql, random, inner.now());
  return {
    app: inner.app,
    now: () => inner.now(),
    later: (minutes: number) => inner.later(minutes),
    close: () => inner.close(),
    ...speakerOf(inner),
    ...witnessOf(inner),
  };
}

/** Asks the house as somebody. */
function speakerOf(inner: IdentityApp) {
  const read = async (query: string, token?: string): Promise<Shown> => {
    const { data, code } = await inner.ask(query, {}, token ? bearer(token) : {});
    if (!data) throw new Error(`${code ?? 'no data'}: ${query}`);
    return data as unknown as Shown;
  };
  return {
    read,
    /** The token of an official who acts in the role. */
    signedIn: async (role: Role, scope: string) => inner.tokenOf((await inner.official([[role, scope]])).username),
    code: async (query: string) => (await inner.ask(query)).code,
    /** The code of the refusal, or null when it was done. */
    refused: async (name: string, input: object, token?: string) =>
      (await inner.call(name, input, '__typename', token)).code,
    /** What a mutation shows; it must not be refused. */
    async done(name: string, input: object, shown: string, token: string): Promise<Shown> {
      const { payload, code, message } = await inner.call(name, input, shown, token);
      if (code) throw new Error(`${name}: ${code} ${message ?? ''}`);
      const { userErrors: _none, ...told } = payload!;
      return told as unknown as Shown;
    },
    /** One field of all nodes of a list, read page by page. `path` leads to it: `units`, or `alliance(id: …)` and `members`. */
    async allPages({ path, args = '', field, first }: Listed, token?: string): Promise<unknown[]> {
      const found: unknown[] = [];
      for (let after = ''; ;) {
        const list = `(${args} first: ${String(first)} ${after}) { nodes { ${field} } pageInfo { hasNextPage endCursor } }`;
        const data = await read(`{ ${path.join(' { ')}${list} ${'} '.repeat(path.length)}`, token);
        const page = path.reduce(
          (outer) => Object.values(outer)[0]!,
          data as unknown as object,
        ) as unknown as PageOfNodes;
        found.push(...page.nodes.map((node) => Object.values(node)[0]));
        if (!page.pageInfo.hasNextPage) return found;
        after = `after: "${page.pageInfo.endCursor}"`;
      }
    },
  };
}

/** Looks behind the door: events, statements, time. */
function witnessOf({ app, sql }: IdentityApp) {
  return {
    async events(noun: string): Promise<EventRow[]> {
      return (
        await sql.query<EventRow>('SELECT action, role, data, unit_ids FROM event WHERE noun = $1 ORDER BY id', [noun])
      ).rows;
    },
    /** What is kept. */
    async kept<Row extends object>(text: string): Promise<readonly Row[]> {
      return (await sql.query<Row>(text)).rows;
    },
    /** How many statements the house needs for `work`. */
    async statements(work: () => Promise<unknown>): Promise<number> {
      let count = 0;
      app.house.database.onStatement = (text) => {
        if (!/event_pending|pg_try_advisory|process_clock|feed/.test(text)) count++;
      };
      await work();
      app.house.database.onStatement = null;
      return count;
    },
    /** Tries again until `check` holds, at most so many milliseconds. */
    async within(milliseconds: number, check: () => Promise<void>): Promise<void> {
      const end = performance.now() + milliseconds;
      for (;;) {
        try {
          return await check();
        } catch (error) {
          if (performance.now() > end) throw error;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }
    },
  };
}
