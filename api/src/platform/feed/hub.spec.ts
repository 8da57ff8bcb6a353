import { describe, expect, it, jest } from '@jest/globals';
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { aFedEvent, until } from '../../../../test/support/events.ts';
import { askingOf, count, Ear, hall, house, shows } from '../../../../test/support/hub.ts';
import type { Sink } from './subscriber.ts';
import type { Notice, Topic } from './topic.ts';

describe('those who listen', () => {
  it('are told in order, with one execution for all who ask the same', async () => {
    const { hub, metrics, tell } = house();
    const ears = count(50).map(() => new Ear());
    ears.forEach((ear) =>
      hub.subscribe(
        askingOf('a', async (notice) => (await sleep(Math.random() * 3), shows(notice))),
        null,
        ear,
      ),
    );
    for (let index = 0; index < 40; index++) await tell();
    await until(() => ears.every((ear) => ear.shown.length === 40));
    ears.forEach((ear) => expect(ear.seqs).toEqual(count(40)));
    expect(metrics).toMatchObject({ executed: 40, delivered: 2000, groups: 1, subscribers: 50, dropped: 0 });
  });

  it('share one result and its bytes, whoever listens under whatever name', async () => {
    const { hub, metrics, tell } = house();
    const [made, sent] = [jest.fn(shows), new Set<Buffer>()];
    for (const index of count(600)) {
      const before = `{"id":"${index <= 200 ? 'a' : String(index)}","type":"next","payload":`;
      const write: Sink['write'] = (delivery, done) => {
        const message = delivery.after(before);
        expect(message.toString()).toBe(`${before}${delivery.text}}`);
        sent.add(message);
        process.nextTick(done);
      };
      hub.subscribe(askingOf('a', made), null, { write, end: () => undefined });
    }
    const text = jest.spyOn(JSON, 'stringify');
    await tell({ data: { text: '一段文字' } });
    await until(() => metrics.delivered === 600);
    expect([made.mock.calls.length, metrics.executed, text.mock.calls.length]).toEqual([1, 1, 1]);
    text.mockRestore();
    expect(sent.size).toBe(401);
  });

  it('of twenty classes are read for at once, and wait for no other class', async () => {
    const { hub, tell } = house();
    const classes = count(20).map(String);
    const [ears, released] = [classes.map(() => new Ear()), Promise.withResolvers<void>()];
    const begun: string[] = [];
    for (const [index, id] of classes.entries()) {
      const execute = async (notice: Notice) => {
        begun.push(id);
        if (index === 0) await released.promise;
        return shows(notice);
      };
      hub.subscribe(askingOf(id, execute), null, ears[index]!);
    }
    const told = tell({ unitIds: classes });
    expect(begun).toEqual(classes);
    await told;
    await until(() => ears.slice(1).every((ear) => ear.shown.length === 1));
    expect(ears[0]!.shown).toEqual([]);
    released.resolve();
    await until(() => ears[0]!.shown.length === 1);
  });

  it('never hear what concerns another unit, not even beside one who does not read', async () => {
    const { hub, metrics } = house();
    const units = count(20).map(String);
    const ears = new Map(units.map((id) => [id, new Ear()]));
    const paused = units.map((id) => [id, new Ear(true)] as const);
    for (const [id, ear] of [...ears, ...paused]) hub.subscribe(askingOf(id), null, ear);
    const told = new Map(units.map((id) => [id, [] as string[]]));
    for (let index = 0; index < 5000; index++) {
      const whom = units.filter(() => Math.random() < 0.1);
      const event = aFedEvent(index + 1, { unitIds: whom });
      await hub.take([event]);
      whom.forEach((id) => told.get(id)!.push(event.id));
    }
    await until(() => units.every((id) => ears.get(id)!.shown.length === told.get(id)!.length));
    for (const id of units) expect(ears.get(id)!.shown.map((shown) => shown.id)).toEqual(told.get(id));
    for (const [id, ear] of paused)
      expect(told.get(id)).toEqual(expect.arrayContaining(ear.shown.flatMap((shown) => shown.id ?? [])));
    expect(metrics.dropped).toBe(20);
  });

  it('are told RESYNC and cut off when they do not keep up, while the others hear everything', async () => {
    const { hub, metrics, tell } = house();
    const healthy = new Ear();
    const [stuck, late] = [new Ear(true), new Ear(true)];
    [healthy, stuck, late].forEach((ear) => hub.subscribe(askingOf('a'), null, ear));
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const text = 'x'.repeat(10_000);
    for (let index = 0; index < 2000; index++) {
      await tell({ data: { text: text + index } });
      if (index % 20 === 0) await breathe();
      // One of them reads again while there is still time.
      if (metrics.dropped === 2) late.resume();
    }
    await until(() => healthy.shown.length === 2000);
    expect(healthy.seqs).toEqual(count(2000));
    expect(metrics.dropped).toBe(2);
    await until(() => late.ends.length === 1);
    // The one in flight, then at once the notice; what waited in between is thrown away.
    expect(late.shown.map(({ kind }) => kind)).toEqual(['OPENED', 'RESYNC']);
    expect(late.bytes).toBeLessThan(11_000);
    await until(() => stuck.ends.length === 1);
    expect([stuck.ends, late.ends]).toEqual([['OVERFLOW'], ['OVERFLOW']]);
    // The 2,000 events themselves stay in the history of this test: 20 MB.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(80 * 1024 * 1024);
    expect(metrics.subscribers).toBe(1);
  });

  it('hear RESYNC in place of what cannot be shown, and go on', async () => {
    const { hub, tell } = house();
    const ear = new Ear();
    const failing = (notice: Notice) =>
      notice.event?.seq === 2 ? { errors: [new Error('secret') as never] } : shows(notice);
    hub.subscribe(askingOf('a', failing), null, ear);
    for (let index = 0; index < 3; index++) await tell();
    await until(() => ear.shown.length === 3);
    expect(ear.shown.map(({ kind, cursor }) => [kind, cursor])).toEqual([
      ['OPENED', '1:1'],
      ['RESYNC', '1:2'],
      ['OPENED', '1:3'],
    ]);
  });

  it('are told nothing by a topic that throws, and the publisher goes on', async () => {
    const { hub, tell } = house();
    const ear = new Ear();
    const broken: Topic = { ...hall, concerns: (event) => { if (event.seq === 1) throw new Error('broken'); return 'OPENED'; } }; // prettier-ignore
    hub.subscribe(askingOf('a', shows, broken), null, ear);
    await tell();
    await tell();
    await until(() => ear.shown.length === 1);
    expect(ear.seqs).toEqual([2]);
  });

  it('let the topic note once what was delivered to their class', async () => {
    const { hub, tell } = house();
    const noted: string[] = [];
    const noting: Topic = { ...hall, delivered: (events) => void noted.push(...events.map(({ id }) => id)) };
    const ears = [new Ear(), new Ear()];
    ears.forEach((ear) => hub.subscribe(askingOf('a', shows, noting), null, ear));
    await tell();
    await tell();
    await until(() => noted.length > 1);
    expect(noted).toEqual(ears[0]!.shown.map(({ id }) => id));
  });
});
