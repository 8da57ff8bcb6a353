import type { Child } from './child.ts';
import { settled, type Setting } from './claims.ts';
import { claiming, Crowd, liaisons, settleDown, ticketsOf } from './feed.crowd.ts';
import { Caller } from './http.ts';
import { clock } from './serve.ts';
import { short, whole, type Table } from './statistics.ts';

const [SUBSCRIBERS, UNITS, MISSED] = [2000, 20, 20];
/** Backends tell how often they searched when they have been idle for a second. */
const REPORTED = 2500;

/** Everybody comes back at once, with the cursor they had when something went wrong. */
export async function stormTable(setting: Setting, listeners: Child): Promise<Table> {
  const { server, world, say } = setting;
  const units = world.units.slice(-UNITS);
  const people = await liaisons(setting, SUBSCRIBERS, units);
  const cause = await claiming(setting, MISSED, units, people[0]!);
  await settled(setting);
  const after = await cursor(setting);
  const caller = await Caller.open(server.url);
  for (let missed = 0; missed < MISSED; missed++) await cause(caller);
  caller.close();
  await settled(setting);
  const tickets = await ticketsOf(setting, people);
  await settleDown(REPORTED);
  const quiet = await looksASecond(setting, () => settleDown(REPORTED));
  const crowd = new Crowd('storm', listeners, server, cause);
  const [began, cpu] = [clock(), await server.child.cpu()];
  let [ended, spent] = [0, 0];
  const stormy = await looksASecond(setting, async () => {
    await crowd.join(tickets, after, MISSED);
    ended = (await crowd.heard()).last;
    spent = (await server.child.cpu()) - cpu;
    await settleDown(REPORTED);
  });
  if ((await crowd.leave()) !== 0) throw new Error('Somebody was told twice');
  say(`  ${whole(SUBSCRIBERS)} came back: ${short(stormy)} looks a second, ${short(quiet)} when quiet`);
  return {
    title: 'Everybody comes back',
    about: `${whole(SUBSCRIBERS)} subscribers of ${whole(UNITS)} units connect at once, each with a ticket and a cursor, and hear the ${whole(MISSED)} events that they missed, each once. A look is a search of the feed in PostgreSQL, by whomever; counted until ${short(REPORTED / 1000)} s after the last result.`,
    head: ['', 'ms until all had heard all', 'Node CPU µs/subscriber', 'looks/s', 'looks/s while nothing happens'],
    rows: [
      [
        `${whole(SUBSCRIBERS)} × ${whole(MISSED)} events`,
        whole(ended - began),
        whole(spent / SUBSCRIBERS),
        short(stormy),
        short(quiet),
      ],
    ],
  };
}

async function looksASecond(setting: Setting, during: () => Promise<unknown>): Promise<number> {
  const [before, began] = [await looksIntoFeed(setting), clock()];
  await during();
  return ((await looksIntoFeed(setting)) - before) / ((clock() - began) / 1000);
}

async function cursor({ ground }: Setting): Promise<string> {
  const text = "SELECT epoch || ':' || (SELECT max(seq) FROM feed) AS cursor FROM feed_epoch";
  return (await ground.sql.query<{ cursor: string }>(text)).rows[0]!.cursor;
}

async function looksIntoFeed({ ground }: Setting): Promise<number> {
  const text = `SELECT sum(idx_scan)::int AS looks FROM pg_stat_user_indexes WHERE relname = 'feed'`;
  return (await ground.sql.query<{ looks: number }>(text)).rows[0]!.looks;
}
