import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { v7 } from 'uuid';
import { WebSocket } from 'ws';
import type { Viewer } from '../../kernel/viewer.ts';
import { anEvent, until } from '../../../../test/support/events.ts';
import { SocketHouse, HALL, viewerOf } from '../../../../test/support/socket.ts';

describe('the socket', () => {
  let house: SocketHouse;
  beforeAll(async () => {
    house = await SocketHouse.open();
  });
  beforeEach(() => house.sweep());
  afterAll(() => house.close());

  it('tells those concerned, from their cursor on', async () => {
    const unit = v7();
    const [first, stranger] = [await house.signedIn(viewerOf(unit)), await house.signedIn(viewerOf(v7()))];
    [first, stranger].forEach((client) => client.subscribe('a'));
    await until(() => house.feed.metrics.subscribers === 2);
    await house.happen(anEvent({ unitIds: [unit] }), anEvent({ unitIds: [unit] }));
    await until(() => first.kinds.length === 2);
    const { cursor } = first.of('next')[0]!.payload!.data!.hall;
    const second = await house.signedIn(viewerOf(unit));
    second.subscribe('b', HALL, { after: cursor });
    await until(() => second.kinds.length === 1);
    expect(second.of('next')[0]).toEqual({ ...first.of('next')[1], id: 'b' });
    first.say({ id: 'a', type: 'complete' });
    await until(() => house.feed.metrics.subscribers === 2);
    expect(stranger.kinds).toEqual([]);
  });

  it('shows a class what happened once, whatever its subscribers call it', async () => {
    const unit = v7();
    const asked = 'subscription($after: String) { hall(after: $after) { kind cursor text } }';
    const clients = await Promise.all(Array.from({ length: 6 }, () => house.signedIn(viewerOf(unit))));
    // The cursor is not part of what is asked; the document and its other variables are.
    const after = house.feed.cursor();
    clients.forEach((client, index) => client.subscribe(`${'叫'.repeat(index)}"`, asked, index % 2 ? { after } : {}));
    await until(() => house.feed.metrics.subscribers === 6);
    expect(house.feed.metrics.groups).toBe(1);
    const { executed } = house.feed.metrics;
    await house.happen(anEvent({ unitIds: [unit], data: { text: '灯坏了'.repeat(100) } }));
    await until(() => clients.every(({ kinds }) => kinds.length === 1));
    expect(house.feed.metrics.executed).toBe(executed + 1);
    const told = clients.map((client) => client.of('next')[0]!);
    expect(told.map(({ id }) => id)).toEqual(clients.map((_, index) => `${'叫'.repeat(index)}"`));
    expect(new Set(told.map(({ payload }) => JSON.stringify(payload))).size).toBe(1);
  });

  it.each([
    ['none', undefined], ['an unknown one', 'x'], ['an empty one', ''], ['a number', 5], ['an over-long one', 'x'.repeat(5000)],
  ])('closes with 4403 when the ticket is %s', async (_, ticket) => {
    const client = await house.connect().opened();
    client.say({ type: 'connection_init', payload: { ticket } });
    expect(await client.closed()).toBe(4403);
  }); // prettier-ignore

  it('takes a ticket once, and says "later" when it cannot be checked', async () => {
    const ticket = house.ticketFor(viewerOf('u'));
    expect((await house.connect().signIn(ticket)).code).toBeNull();
    expect(await (await house.connect().signIn(ticket)).closed()).toBe(4403);
    expect(await (await house.connect().signIn('fault')).closed()).toBe(1013);
  });

  it('closes with 4403 when the session expires, and hears of nothing after it was ended', async () => {
    const expiring = await house.signedIn(viewerOf('u'), 200);
    expect(await expiring.closed()).toBe(4403);
    for (const end of [
      (viewer: Viewer) => ({ noun: 'session', action: 'logout', subjectId: viewer.sessionId! }),
      (viewer: Viewer) => ({ noun: 'session', action: 'end', subjectId: viewer.sessionId! }),
      (viewer: Viewer) => ({ noun: 'post', action: 'end', subjectId: viewer.post!.id }),
      (viewer: Viewer) => ({ noun: 'account', action: 'lock', subjectId: viewer.personId! }),
    ]) {
      const viewer = viewerOf(v7());
      const [client, other] = [await house.signedIn(viewer), await house.signedIn(viewerOf(v7()))];
      client.subscribe('a');
      await until(() => house.feed.metrics.subscribers > 0);
      const at = performance.now();
      await house.happen(anEvent(end(viewer)), anEvent({ unitIds: [viewer.post!.scope] }));
      expect(await client.closed()).toBe(4403);
      expect(performance.now() - at).toBeLessThan(1000);
      expect([client.kinds, other.code]).toEqual([[], null]);
    }
  });

  it('serves the client of graphql-ws through lost connections, with nothing missed and nothing twice', async () => {
    const viewer = viewerOf(v7());
    const heard: string[] = [];
    const payload = { query: HALL, variables: { after: house.feed.cursor() } };
    const sockets: WebSocket[] = [];
    class Noted extends WebSocket {
      constructor(...args: ConstructorParameters<typeof WebSocket>) {
        super(...args);
        sockets.push(this);
      }
    }
    const client = createClient({
      ...{ url: house.url, webSocketImpl: Noted, retryAttempts: Infinity, shouldRetry: () => true },
      connectionParams: () => ({ ticket: house.ticketFor(viewer) }),
      retryWait: async () => undefined,
    });
    client.subscribe<{ hall: { cursor: string } }>(payload, {
      next: ({ data }) => {
        heard.push((payload.variables.after = data!.hall.cursor));
      },
      error: () => undefined,
      complete: () => undefined,
    });
    for (let index = 0; index < 100; index++) {
      await house.happen(anEvent({ unitIds: [viewer.post!.scope] }));
      if (index % 10 === 5) sockets.at(-1)?.terminate();
    }
    await until(() => heard.length >= 100);
    const first = Number(heard[0]!.split(':')[1]);
    expect(heard).toEqual(Array.from({ length: 100 }, (_, index) => `${house.feed.place().epoch}:${first + index}`));
    expect(sockets.length).toBeGreaterThan(1);
    await client.dispose();
  });

  it('cuts off one who does not read, and the others hear everything', async () => {
    const unit = v7();
    const [slow, healthy] = [await house.signedIn(viewerOf(unit)), await house.signedIn(viewerOf(unit))];
    const query = 'subscription($after: String) { hall(after: $after) { kind cursor text } }';
    const data = { text: 'x'.repeat(8000) };
    [slow, healthy].forEach((client) => client.subscribe('a', query));
    await until(() => house.feed.metrics.subscribers === 2);
    slow.socket.pause();
    const before = house.feed.metrics.dropped;
    let sent = 0;
    for (; house.feed.metrics.dropped === before && sent < 5000; sent += 20) {
      await house.happen(...Array.from({ length: 20 }, () => anEvent({ unitIds: [unit], data })));
      await until(() => healthy.kinds.length === sent + 20);
    }
    expect(house.feed.metrics.dropped).toBe(before + 1);
    slow.socket.resume();
    expect(await slow.closed()).toBe(1013);
    expect(slow.kinds.at(-1)).toBe('RESYNC');
    expect(new Set(slow.kinds.slice(0, -1))).toEqual(new Set(['OPENED']));
    expect(new Set(healthy.kinds)).toEqual(new Set(['OPENED']));
  });

  it('closes with 1012 when the process ends', async () => {
    const some = await Promise.all(Array.from({ length: 10 }, () => house.signedIn(viewerOf(v7()))));
    const at = performance.now();
    await house.gateway.close();
    expect(performance.now() - at).toBeLessThan(2000);
    await until(() => some.every(({ code }) => code === 1012));
    expect(await (await house.connect().opened()).closed()).toBe(1012);
  });
});
