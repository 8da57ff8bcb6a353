import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { until } from '../../../../test/support/events.ts';
import { Connection } from './connection.ts';

let server: WebSocketServer;
let client: WebSocket;
let connection: Connection;
let code: number | null;

beforeEach(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const entered = new Promise<WebSocket>((resolve) => server.once('connection', resolve));
  client = new WebSocket(`ws://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
  code = null;
  client.on('close', (closed) => (code = closed));
  connection = new Connection(await entered);
  await until(() => client.readyState === WebSocket.OPEN);
});
afterEach(async () => {
  client.terminate();
  await new Promise((resolve) => server.close(resolve));
});

it('keeps little for one who asks and asks and reads nothing, and says that it was too slow', async () => {
  client.pause();
  const pong = 'x'.repeat(16 * 1024);
  for (let said = 0; said < 2000; said++) {
    connection.send(pong);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(connection.socket.bufferedAmount).toBeLessThan(2 * 1024 * 1024);
  expect(connection.open).toBe(false);
  client.resume();
  await until(() => code !== null);
  expect(code).toBe(1013);
});

it('tells when the bytes are gone, and that they never will be', async () => {
  const heard: string[] = [];
  client.on('message', (data, binary) => heard.push(`${String(binary)} ${(data as Buffer).toString()}`));
  const outcomes: (Error | null | undefined)[] = [];
  const message = Buffer.from('一段文字');
  connection.write(message, (error) => outcomes.push(error));
  await until(() => heard.length === 1 && outcomes.length === 1);
  expect([heard[0], outcomes[0] ?? null]).toEqual(['false 一段文字', null]);
  connection.socket.terminate();
  connection.write(message, (error) => outcomes.push(error));
  await until(() => outcomes.length === 2);
  expect(outcomes[1]).toBeInstanceOf(Error);
});
