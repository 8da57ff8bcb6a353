import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DomainEvent, FedEvent } from '../../kernel/event.ts';
import { freshDatabase, onServer, type TestDatabase } from '../../../../test/support/database.ts';
import { anEvent, silence, until } from '../../../../test/support/events.ts';
import { openDatabase, type Database } from '../database/database.ts';
import { openFeed, type Feed } from './feed.ts';
import { appendEvent, appendEvents } from './outbox.ts';
import { verifyFeed } from './verify.ts';

const WRITERS = 16;
const SECONDS = 5;

describe('the order of events', () => {
  let place: TestDatabase;
  let database: Database;
  let feeds: Feed[] = [];

  beforeAll(async () => {
    place = await freshDatabase();
    database = await openDatabase({ url: place.url, rows: [], relaxed: true, poolSize: 24 });
  });
  afterEach(async () => {
    await Promise.all(feeds.map((feed) => feed.close()));
    feeds = [];
  });
  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  const open = async () => {
    const feed = await openFeed({ database, log: silence });
    feeds.push(feed);
    return feed;
  };

  /** One transaction; `slow` ones keep others waiting for nothing, `doomed` ones leave nothing. */
  const write = async (event: DomainEvent, slow: boolean, doomed: boolean): Promise<boolean> => {
    const doom = new Error('doomed');
    try {
      await database.transaction(async (own) => {
        appendEvent(own, event);
        // At once, so that it stands uncommitted while others overtake it.
        await own.flush();
        if (slow) await sleep(150);
        if (doomed) throw doom;
      });
      return true;
    } catch (error) {
      if (error === doom) return false;
      throw error;
    }
  };

  /** Writes for some seconds; `committed` is called right after each commit. */
  const storm = async (committed: (event: DomainEvent) => void) => {
    const end = performance.now() + SECONDS * 1000;
    let count = 0;
    const writer = async () => {
      while (performance.now() < end) {
        const event = anEvent({ data: { n: (count += 1) } });
        const [slow, doomed] = [count % 50 === 0, count % 20 === 7];
        if (await write(event, slow, doomed)) committed(event);
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, writer));
  };

  it('loses none of what 16 writers commit, slow and rolled-back transactions among them, and a cursor over an identity would', async () => {
    const [feed, other] = [await open(), await open()];
    const heard = new Set<string>();
    const heardByOther: string[] = [];
    const seqs: number[] = [];
    feed.listen((event: FedEvent) => {
      seqs.push(event.seq);
      heard.add(event.id);
    });
    other.listen((event) => void heardByOther.push(event.id));

    // The way that must lose: `id > cursor` over an identity column, read while slow transactions are under way.
    const naive = new Set<string>();
    let [cursor, looking] = ['0', true];
    await onServer(place.url, async (client) => {
      await client.query(
        'create table naive (id bigint generated always as identity primary key, event_id uuid not null)',
      );
      await client.query(
        'create function copy() returns trigger language plpgsql security definer as $$ begin insert into naive (event_id) values (new.event_id); return new; end $$',
      );
      await client.query('create trigger copy after insert on event_pending for each row execute function copy()');
    });
    const look = onServer(place.url, async (client) => {
      while (looking) {
        const { rows } = await client.query<{ id: string; event_id: string }>(
          'select id, event_id from naive where id > $1 order by id',
          [cursor],
        );
        for (const row of rows) naive.add(row.event_id);
        cursor = rows.at(-1)?.id ?? cursor;
        await sleep(2);
      }
    });

    const committed = new Set<string>();
    await storm((event) => {
      committed.add(event.id);
      feed.wake();
    });
    await until(() => heard.size >= committed.size && heardByOther.length >= committed.size);
    await sleep(100);
    looking = false;
    await look;
    await onServer(place.url, (client) => client.query('drop trigger copy on event_pending'));

    expect(seqs).toEqual(Array.from({ length: committed.size }, (_, index) => index + 1));
    expect(heard).toEqual(committed);
    expect(heardByOther).toEqual([...heard]);
    const lost = [...committed].filter((id) => !naive.has(id)).length;
    expect(lost).toBeGreaterThan(0);

    expect(feed.metrics.sequenced + other.metrics.sequenced).toBe(committed.size);
    expect(await verifyFeed(database)).toMatchObject({ checked: committed.size, faults: [], outside: 0 });
  });

  it('finds events that nobody announced, and keeps the order of one append', async () => {
    const feed = await open();
    const heard: FedEvent[] = [];
    feed.listen((event) => void heard.push(event));
    const events = [
      anEvent({ data: { text: 'e\u0301' } }),
      anEvent({ unitIds: [anEvent().id], reason: '因材料不全，退回补充。' }),
      anEvent(),
    ];
    const before = feed.place().seq;
    await database.transaction((own) => appendEvents(own, events));
    await until(() => heard.length === 3, 1000);
    expect(heard).toEqual(
      events.map((event, index) => ({ ...event, epoch: feed.place().epoch, seq: before + index + 1 })),
    );
  });

  it('finds an event that was changed, one that was removed and one that was moved', async () => {
    const feed = await open();
    const before = feed.place().seq;
    await database.transaction((own) =>
      appendEvents(
        own,
        Array.from({ length: 6 }, () => anEvent()),
      ),
    );
    feed.wake();
    await until(() => feed.place().seq === before + 6);
    const at = (step: number) => `(select event_id from feed where seq = ${before + step})`;
    await onServer(place.url, async (client) => {
      await client.query(`update event set reason = 'another reason' where id = ${at(2)}`);
      await client.query(`delete from event where id = ${at(4)}`);
      await client.query(`delete from feed where seq = ${before + 6}`);
    });
    const { faults, outside } = await verifyFeed(database);
    expect(faults).toEqual([
      { seq: before + 2, fault: 'CHANGED' },
      { seq: before + 4, fault: 'MISSING_EVENT' },
    ]);
    expect(outside).toBe(1);
  });

  it('gives the server no right to change or remove what happened', async () => {
    for (const statement of [
      'update event set reason = null',
      'delete from event',
      'update feed set epoch = 2',
      'delete from feed',
      'update feed_epoch set epoch = 2',
    ]) {
      await expect(database.pool.query(statement)).rejects.toThrow('permission denied');
    }
  });
});
