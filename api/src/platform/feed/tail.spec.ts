import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FedEvent } from '../../kernel/event.ts';
import { NOBODY } from '../../kernel/viewer.ts';
import { freshDatabase, onServer, type TestDatabase } from '../../../../test/support/database.ts';
import { anEvent, silence, until } from '../../../../test/support/events.ts';
import { openDatabase, type Database } from '../database/database.ts';
import type { Delivery } from './delivery.ts';
import { openFeed, type Feed } from './feed.ts';
import type { Asking } from './group.ts';
import { appendEvent, appendEvents } from './outbox.ts';
import type { Sink } from './subscriber.ts';

/** A wire to the database that can be cut and mended. */
class Wire {
  private mode: 'open' | 'cut' | 'silent' = 'open';
  private readonly pairs = new Set<Socket>();
  private readonly server: Server;
  constructor(host: string, port: number) {
    this.server = createServer((near) => {
      const far = connect(port, host);
      for (const [from, to] of [[near, far], [far, near]] as const) {
        this.pairs.add(from);
        from.on('data', (data) => void (this.mode === 'open' && to.write(data)));
        from.on('close', () => (to.destroy(), this.pairs.delete(from)));
        from.on('error', () => undefined);
      }
      if (this.mode === 'cut') near.destroy();
    }); // prettier-ignore
  }
  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }
  /** Connections are reset and refused. */
  cut(): void {
    this.mode = 'cut';
    this.pairs.forEach((socket) => socket.destroy());
  }
  /** Connections stay, and nothing comes through: what a broken cable looks like. */
  silence(): void {
    this.mode = 'silent';
  }
  mend(): void {
    this.mode = 'open';
  }
  close(): void {
    this.cut();
    this.server.close();
  }
}

describe('the feed without its database', () => {
  let place: TestDatabase;
  let database: Database;
  let wire: Wire;
  let feed: Feed;
  let heard: FedEvent[];

  beforeAll(async () => {
    place = await freshDatabase();
    database = await openDatabase({ url: place.url, rows: [], relaxed: true, poolSize: 4 });
  });
  afterEach(async () => {
    await feed.close();
    wire.close();
  });
  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  const open = async () => {
    const url = new URL(database.url);
    wire = new Wire(url.hostname, Number(url.port));
    url.port = String(await wire.listen());
    feed = await openFeed({ database: { url: url.href, query: database.query }, log: silence });
    heard = [];
    feed.listen((event) => void heard.push(event));
  };
  const write = async (count: number) => {
    const events = Array.from({ length: count }, () => anEvent());
    await database.transaction((own) => appendEvents(own, events));
    feed.wake();
    return events.map(({ id }) => id);
  };

  it.each(['cut', 'silence'] as const)(
    'goes on after the wire was broken (%s), with nothing lost and nothing twice',
    async (how) => {
      await open();
      const ids = await write(10);
      await until(() => heard.length === 10);
      wire[how]();
      ids.push(...(await write(1200)));
      await until(() => !feed.ready(), 15_000);
      ids.push(...(await write(5)));
      await sleep(500);
      expect(heard).toHaveLength(10);
      wire.mend();
      await until(() => heard.length >= ids.length, 15_000);
      ids.push(...(await write(5)));
      await until(() => heard.length >= ids.length && feed.ready());
      expect(heard.map(({ id }) => id)).toEqual(ids);
    },
  );

  it('loses nothing while its connections are killed under load', async () => {
    await open();
    const ids: string[] = [];
    const end = performance.now() + 2500;
    const kill = async () => {
      while (performance.now() < end) {
        await sleep(150);
        await onServer(place.url, (client) =>
          client.query(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'gongzhi feed'",
          ),
        );
      }
    };
    const writer = async () => {
      while (performance.now() < end) {
        const event = anEvent();
        await database.transaction((own) => appendEvent(own, event));
        ids.push(event.id);
        feed.wake();
      }
    };
    await Promise.all([kill(), writer(), writer()]);
    await until(() => heard.length >= ids.length, 15_000);
    expect(new Set(heard.map(({ id }) => id))).toEqual(new Set(ids));
    expect(heard).toHaveLength(ids.length);
  });

  it('begins anew when the database was restored under another epoch', async () => {
    await open();
    await write(3);
    await until(() => heard.length === 3);
    const before = feed.place();
    await onServer(place.url, (client) => client.query('update feed_epoch set epoch = epoch + 1'));
    wire.cut();
    wire.mend();
    await until(() => feed.place().epoch === before.epoch + 1);
    await write(1);
    await until(() => feed.place().seq === before.seq + 1);
  });

  it('reads the newest events at the start, for those who come back', async () => {
    await open();
    const ids = await write(20);
    await until(() => heard.length === 20);
    const { seq } = feed.place();
    const again = await openFeed({ database, log: silence, ring: 5 });
    expect(again.place().seq).toBe(seq);
    expect(again.after(0).map(({ id }) => id)).toEqual(ids.slice(-5));
    await again.close();
  });

  it('tells from the database what is older than memory', async () => {
    await open();
    const before = feed.place();
    const ids = await write(250);
    await until(() => heard.length === 250);
    const small = await openFeed({ database, log: silence, ring: 5 });
    const told: string[] = [];
    const asking: Asking = {
      key: 'all',
      topic: { field: 'all', classOf: () => 'all', concerns: () => 'HAPPENED' },
      viewer: NOBODY,
      execute: ({ event }) => ({ data: { id: event?.id } }),
    };
    const note = (delivery: Delivery) =>
      void told.push((JSON.parse(delivery.text) as { data: { id: string } }).data.id);
    const sink: Sink = { write: (delivery, done) => (note(delivery), done()), end: () => undefined };
    small.subscribe(asking, `${before.epoch}:${before.seq}`, sink);
    ids.push(...(await write(3)));
    await until(() => told.length >= ids.length);
    expect(told).toEqual(ids);
    await small.close();
  });
});
