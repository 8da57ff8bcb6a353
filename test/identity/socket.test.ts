import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { until } from '../support/events.ts';
import { COMMUNITY, IdentityApp, PASSWORD } from '../support/identity-app.ts';

let house: IdentityApp;
beforeAll(async () => (house = await IdentityApp.open()));
afterAll(() => house.close());

const ticketOf = async (token: string) => {
  const { payload } = await house.call('sessionTicket', null, 'ticket { ticket expiresAt }', token);
  return (payload as unknown as { ticket: { ticket: string } }).ticket.ticket;
};
const open = (ticket: string) => {
  const socket = new WebSocket(`${house.app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const state = { acknowledged: false, closed: 0 };
  socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { ticket } })));
  socket.on('message', () => (state.acknowledged = true));
  socket.on('close', (code) => (state.closed = code));
  return state;
};

it('opens with a ticket, once, within half a minute', async () => {
  const token = await house.tokenOf((await house.official()).username);
  const ticket = await ticketOf(token);
  const first = open(ticket);
  await until(() => first.acknowledged);
  const second = open(ticket);
  await until(() => second.closed > 0);
  const late = await ticketOf(token);
  house.later(1);
  const third = open(late);
  await until(() => third.closed > 0);
  expect([second.closed, third.closed, first.closed]).toEqual([4403, 4403, 0]);
});

it.each([
  ['logout', (token: string) => house.call('sessionLogout', null, 'ended', token)],
  [
    'acting as another post',
    (token: string, post: string) => house.call('sessionActAs', { postId: post }, 'viewer { id }', token),
  ],
  [
    'a new password',
    (token: string) =>
      house.call('accountChangePassword', { present: PASSWORD, password: 'neue Laterne 77 Strasse' }, 'changed', token),
  ],
])('closes at %s', async (_, end) => {
  const { username, posts } = await house.official([['COMMUNITY_WORKER', COMMUNITY]]);
  const token = await house.tokenOf(username);
  const socket = open(await ticketOf(token));
  await until(() => socket.acknowledged);
  expect((await end(token, posts[0]!)).code).toBeNull();
  await until(() => socket.closed > 0);
  expect(socket.closed).toBe(4403);
});

it('cannot be opened with a ticket of a session that has ended', async () => {
  const token = await house.tokenOf((await house.official()).username);
  const ticket = await ticketOf(token);
  expect((await house.call('sessionLogout', null, 'ended', token)).payload).toMatchObject({ ended: true });
  await expect(house.isIn(token)).resolves.toBe(false);
  const socket = open(ticket);
  await until(() => socket.closed > 0);
  expect(socket).toEqual({ acknowledged: false, closed: 4403 });
});
