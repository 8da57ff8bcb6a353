import type pg from 'pg';
import { Line } from '../../platform/feed/line.ts';
import { Loop } from '../../platform/feed/loop.ts';
import type { House } from '../../platform/house.ts';
import type { Case } from '../../platform/process/case.ts';
import { tellingOf, type FeedLine, type Telling } from './inbox.telling.ts';

/** How many events one transaction reads. */
const BATCH = 500;
/** What is older when its turn comes is told to nobody: an inbox is no archive. */
const OLDEST_DAYS = 90;
const [AGAIN, LOOK] = [20, 1000];

const LAG = `select f.seq is not null as behind from inbox_cursor c left join lateral (select seq from feed where seq > c.seq limit 1) f on true`;
// Held by one node at a time. One that dies in between has written nothing and moved nothing; its lock goes with its connection.
const BEGIN = 'begin; select seq::text as seq from inbox_cursor for update skip locked';
const READ = `
  select f.seq, e.id as "eventId", e.noun, e.subject_id as "subjectId", e.action, e.at, e.person_id as "personId", e.data, e.district, e.street,
    e.community, e.grid, e.unit_ids as "unitIds", e.person_ids as "personIds"
  from feed f join event e on e.id = f.event_id where f.seq > $1 order by f.seq limit ${String(BATCH)}`;
const WRITE = `
  with moved as (update inbox_cursor set seq = $2::bigint)
  insert into inbox_item (person_id, seq, event_id, noun, subject_id, kind, action, duty, headline, at)
  select told.person_id, t.seq, t."eventId", t.noun, t."subjectId", t.kind, t.action, t.duty, t.headline, t.at
  from jsonb_to_recordset($1::jsonb) as t (seq bigint, "eventId" uuid, noun text, "subjectId" uuid, kind text, action text, duty text,
    headline text, at timestamptz, actor uuid, persons uuid[], roles text[], scopes text[])
  cross join lateral (
    select p.id as person_id from person p where p.id = any (t.persons)
    union
    select o.person_id from unnest(t.roles, t.scopes) as seat (role, scope)
      join post o on o.scope = seat.scope and o.role = seat.role and o.starts_at <= t.at and (o.ends_at is null or o.ends_at > t.at)
  ) told
  where told.person_id is distinct from t.actor`;

/**
 * Reads the feed and writes inboxes: every node runs one, and whoever gets the lock of the cursor reads on from it. Cursor and items
 * are one transaction, so that each item is written exactly once, whatever stops whom where. Woken by the feed; looks by itself as well.
 */
export class InboxConsumer {
  private readonly line: Line;
  private readonly loop: Loop;
  private readonly deaf: () => void;

  constructor(private readonly house: House) {
    this.line = new Line(house.database.url);
    this.loop = new Loop('inbox', (woken) => this.line.run((client) => this.step(client, woken)), house.log);
    this.deaf = house.feed.listen(() => this.loop.wake());
  }

  async close(): Promise<void> {
    this.deaf();
    await this.loop.close();
    await this.line.close();
  }

  private async step(client: pg.Client, woken: boolean): Promise<number> {
    if (!woken && !(await isBehind(client))) return LOOK;
    const oldest = this.house.now().getTime() - OLDEST_DAYS * 86_400_000;
    const count = await consume(client, this.house.cases, new Date(oldest));
    // Another node is at it, and may have begun to read before what woke this one was there.
    if (count === null) return AGAIN;
    return count === BATCH ? 0 : LOOK;
  }
}

async function isBehind(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ behind: boolean }>({ name: 'inbox_lag', text: LAG });
  return rows[0]!.behind;
}

/** Brings one batch of events into inboxes; says how many events, or null when another node is at it. */
export async function consume(client: pg.Client, cases: readonly Case[], oldest: Date): Promise<number | null> {
  const [, locked] = (await client.query(BEGIN)) as unknown as pg.QueryResult<{ seq: string }>[];
  const from = locked?.rows[0]?.seq;
  const lines = from === undefined ? [] : await read(client, from);
  if (lines.length > 0) await write(client, lines, { cases, oldest });
  await client.query('commit');
  return from === undefined ? null : lines.length;
}

async function read(client: pg.Client, after: string): Promise<readonly FeedLine[]> {
  const { rows } = await client.query<FeedLine & { seq: string | number }>({
    name: 'inbox_read',
    text: READ,
    values: [after],
  });
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

interface Sieve {
  readonly cases: readonly Case[];
  readonly oldest: Date;
}

async function write(client: pg.Client, lines: readonly FeedLine[], { cases, oldest }: Sieve): Promise<void> {
  const tellings = lines
    .filter(({ at }) => at >= oldest)
    .map((line) => tellingOf(line, cases))
    .filter((telling): telling is Telling => telling !== null);
  await client.query({
    name: 'inbox_write',
    text: WRITE,
    values: [JSON.stringify(tellings), String(lines.at(-1)!.seq)],
  });
}
