import { describe, expect, it } from '@jest/globals';
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../../../test/support/events.ts';
import { askingOf, count, Ear, house } from '../../../../test/support/hub.ts';

describe('those who come back', () => {
  it.each([
    ['from memory', 10_000],
    ['from the database', 20],
  ])('get what they missed %s, then what comes, nothing twice', async (_, ring) => {
    const { hub, tell, events } = house(ring);
    for (let index = 0; index < 300; index++) await tell({ unitIds: index % 3 === 0 ? ['b'] : ['a'] });
    const ears = count(30).map(() => new Ear());
    let joined = 0;
    for (let index = 0; index < 1500; index++) {
      // Joins while events pour in, from random places, so that replay and live meet everywhere.
      if (index % 20 === 0 && joined < ears.length) {
        hub.subscribe(askingOf('a'), `1:${joined * 10}`, ears[joined]!);
        joined += 1;
      }
      await tell({ unitIds: index % 3 === 0 ? ['b'] : ['a'] });
      if (Math.random() < 0.1) await sleep(1);
      else await breathe();
    }
    const last = events.findLast(({ unitIds }) => unitIds.includes('a'))!.seq;
    await until(() => ears.every((ear) => ear.seqs.at(-1) === last));
    ears.forEach((ear, index) => {
      const due = events.filter(({ seq, unitIds }) => seq > index * 10 && unitIds.includes('a')).map(({ seq }) => seq);
      expect(ear.seqs).toEqual(due);
    });
  });

  it.each([
    ['of another epoch', '2:5'],
    ['of the future', '1:999'],
    ['malformed', '1:5; drop table feed'],
    ['empty', ''],
    ['too large', '1:99999999999999999999'],
    ['with a lone surrogate', '\ud800:5'],
  ])('with a cursor %s are told RESYNC once, with the present cursor, then what comes', async (_, after) => {
    const { hub, tell } = house();
    for (let index = 0; index < 10; index++) await tell();
    const ear = new Ear();
    hub.subscribe(askingOf('a'), after, ear);
    await until(() => ear.shown.length === 1);
    await tell();
    await until(() => ear.shown.length === 2);
    expect(ear.shown.map(({ kind, cursor }) => [kind, cursor])).toEqual([
      ['RESYNC', '1:10'],
      ['OPENED', '1:11'],
    ]);
  });

  it('from a node that had read further are not told RESYNC', async () => {
    const { hub, tell, add } = house();
    await tell();
    const ahead = [add(), add()];
    const ear = new Ear();
    hub.subscribe(askingOf('a'), '1:2', ear);
    await sleep(10);
    await hub.take(ahead);
    await until(() => ear.shown.length === 1);
    expect(ear.seqs).toEqual([3]);
  });

  it('cost one execution per event however many they are', async () => {
    const { hub, tell, metrics } = house();
    for (let index = 0; index < 100; index++) await tell();
    const ears = count(500).map(() => new Ear());
    ears.forEach((ear) => hub.subscribe(askingOf('a'), '1:0', ear));
    await until(() => ears.every((ear) => ear.shown.length === 100));
    expect(metrics.executed).toBe(100);
  });

  it('by the thousand ask the database nothing that memory knows', async () => {
    const { hub, tell, metrics, asked } = house();
    const classes = count(20).map(String);
    for (let index = 0; index < 200; index++) await tell({ unitIds: [String((index % 20) + 1)] });
    const ears = count(2000).map(() => new Ear());
    ears.forEach((ear, index) => hub.subscribe(askingOf(classes[index % 20]!), `1:${index % 100}`, ear));
    await until(() => ears.every((ear) => (ear.seqs.at(-1) ?? 0) > 180));
    expect(asked).toEqual({ read: 0, newest: 0 });
    expect(metrics.executed).toBe(200);
  });

  it('by the thousand, from a node that had read further, ask the database once a second', async () => {
    const { hub, tell, add, asked } = house();
    await tell();
    const ahead = [add(), add()];
    const ears = count(2000).map(() => new Ear());
    const began = performance.now();
    for (const [index, ear] of ears.entries()) {
      hub.subscribe(askingOf('a'), `1:${2 + (index % 2)}`, ear);
      if (index % 500 === 0) await sleep(5);
    }
    // One that nobody has heard of yet: it is not told RESYNC on the word of a look that is older than itself.
    ahead.push(add());
    const late = new Ear();
    hub.subscribe(askingOf('a'), '1:4', late);
    await sleep(10);
    await hub.take(ahead);
    ahead.push(add());
    await hub.take(ahead.splice(-1));
    await until(() => ears.every((ear) => ear.seqs.at(-1) === 5) && late.seqs.length === 1);
    expect([late.seqs, ears[0]!.seqs, ears[1]!.seqs]).toEqual([[5], [3, 4, 5], [4, 5]]);
    expect(asked.newest).toBeLessThanOrEqual(1 + Math.ceil((performance.now() - began) / 1000));
  });

  it('by the hundred, after longer than memory reaches, read the past once', async () => {
    const { hub, tell, asked } = house(20);
    for (let index = 0; index < 1000; index++) await tell();
    const ears = count(300).map(() => new Ear());
    ears.forEach((ear, index) => hub.subscribe(askingOf('a'), `1:${index % 50}`, ear));
    await until(() => ears.every((ear) => ear.seqs.at(-1) === 1000));
    ears.forEach((ear, index) => expect(ear.seqs).toEqual(count(1000 - (index % 50), (index % 50) + 1)));
    expect(asked.read).toBeLessThanOrEqual(10);
  });

  it('are told RESYNC when the database was restored under them', async () => {
    const { hub, tell } = house();
    const ear = new Ear();
    hub.subscribe(askingOf('a'), null, ear);
    await tell();
    await until(() => ear.shown.length === 1);
    hub.begin({ epoch: 2, seq: 0 });
    await until(() => ear.ends.length === 1);
    expect(ear.shown.at(-1)).toMatchObject({ kind: 'RESYNC', cursor: '2:0' });
  });

  it('leave nothing behind when they go', async () => {
    const { hub, metrics, tell } = house();
    const subscriptions = count(10).map((id) =>
      hub.subscribe(askingOf(String(id % 3)), id % 2 ? null : '1:0', new Ear()),
    );
    await tell();
    subscriptions.forEach((subscription) => subscription.close());
    subscriptions.forEach((subscription) => subscription.close());
    expect(metrics).toMatchObject({ subscribers: 0, groups: 0 });
  });
});
