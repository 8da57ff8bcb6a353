import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, cheapest, echo, HELLO, json, query } from '../../../../test/support/ask.ts';
import { BAD_REQUESTS } from '../../../../test/support/bad-requests.ts';
import { lines, LISTED, start, stopAll } from '../../../../test/support/toy-server.ts';
import { hashOf } from '../graphql/documents.ts';

/** Milliseconds of processor time that a request takes when it is worked through instead of refused. Refusing takes one or two; compilers and collectors of garbage are counted too. */
const RUINOUS = 1500;

let open: string;
let closed: string;
beforeAll(async () => {
  open = await start({ production: true, trustedDocumentsOnly: false });
  closed = await start({ production: true, trustedDocumentsOnly: true });
});
afterAll(stopAll);

describe('bad requests', () => {
  it.each(BAD_REQUESTS)('%s', async (_title, init, status, code) => {
    const { answer, work, wait } = await cheapest(open, init);
    expect({ status: answer.status, code: answer.code }).toEqual({ status, code });
    expect(answer.message).toMatch(/^[“《]?[a-zA-Z ]*\p{Script=Han}/u);
    expect(answer.text).not.toMatch(/stacktrace|node_modules|Did you mean|at .*\.ts/);
    expect(work).toBeLessThan(RUINOUS);
    expect(wait).toBeLessThan(2 * RUINOUS);
    const next = await cheapest(open, () => query(HELLO));
    expect(next.answer.data).toEqual({ hello: '您好' });
    expect(next.work).toBeLessThan(RUINOUS);
  });

  it('cut off in the middle of the body leave the server as it was', async () => {
    const { hostname, port } = new URL(open);
    for (let count = 0; count < 20; count++) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.write(
        'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"query"',
      );
      await new Promise((done) => setTimeout(done, 2));
      socket.destroy();
    }
    expect((await ask(open, query(HELLO))).status).toBe(200);
  });

  // By hand: what fetch needs to send 20 MB would be measured too.
  it.each([
    ['announced', `Content-Length: 20000000\r\n\r\n`, ''],
    ['unannounced', 'Transfer-Encoding: chunked\r\n\r\n', `11170\r\n${'x'.repeat(70_000)}\r\n`],
  ])('of 20 MB, %s, are refused before they have arrived', async (_title, head, first) => {
    const { hostname, port } = new URL(open);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    const before = process.cpuUsage();
    socket.write(`POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${head}${first}`);
    const text = await new Promise<string>((done) => socket.once('data', (chunk) => done(chunk.toString())));
    const { user, system } = process.cpuUsage(before);
    expect(text).toMatch(/^HTTP\/1.1 413[^]*BODY_TOO_LARGE/);
    expect((user + system) / 1000).toBeLessThan(RUINOUS);
    socket.write(Buffer.alloc(20_000_000, 0x20));
    expect((await ask(open, query(HELLO))).data).toEqual({ hello: '您好' });
    socket.destroy();
  });

  it('that are no HTTP are answered and cut', async () => {
    const { hostname, port } = new URL(open);
    const socket = connect(Number(port), hostname);
    socket.write('HELO\r\n\r\n');
    const text = await new Promise<string>((done) => socket.on('data', (chunk) => done(chunk.toString())));
    expect(text).toMatch(/^HTTP\/1.1 400[^]*请求格式不正确/);
  });

  it('name the allowed method', async () => {
    expect((await ask(open, { method: 'GET' })).headers.get('allow')).toBe('POST');
  });
});

describe('good requests', () => {
  it.each([
    ['plain', query(HELLO)],
    ['with charset', query(HELLO, { 'content-type': 'application/json; charset=UTF-8' })],
    ['with nulls', json({ query: HELLO, variables: null, operationName: null, extensions: null })],
    ['by a known hash', json({ extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(LISTED) } } })],
  ])('%s', async (_title, init) => {
    const answer = await ask(open, init);
    expect(answer).toMatchObject({ status: 200, data: { hello: '您好' } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('keep rare characters, emoji and what looks like an attack as it is', async () => {
    for (const text of [
      '𠮷田·👨‍👩‍👧',
      `<script>alert(1)</script>`,
      `'; DROP TABLE people; --`,
      '../../etc/passwd',
      '\u202eabc',
      '${7*7}',
    ]) {
      expect((await ask(open, echo({ text }))).data).toEqual({ echo: text });
    }
  });
});

describe('rights over root fields', () => {
  it.each([
    ['{ mine }', undefined, 401, 'NOT_SIGNED_IN'],
    ['{ hello mine }', undefined, 401, 'NOT_SIGNED_IN'],
    ['{ hello ...A } fragment A on Query { ... { mine } }', undefined, 401, 'NOT_SIGNED_IN'],
    ['{ a: reviews }', undefined, 401, 'NOT_SIGNED_IN'],
    ['{ reviews }', 'RESIDENT', 403, 'NOT_ALLOWED'],
    ['{ unruled }', 'AUDITOR', 403, 'NOT_ALLOWED'],
    ['{ mine }', 'RESIDENT', 200, undefined],
    ['{ reviews }', 'STREET_REVIEWER', 200, undefined],
    ['{ __typename }', undefined, 200, undefined],
  ])('%s as %s', async (text, role, status, code) => {
    const answer = await ask(open, query(text, role === undefined ? {} : { 'x-test-role': role }));
    expect({ status: answer.status, code: answer.code }).toEqual({ status, code });
  });
});

describe('trusted documents', () => {
  it.each([
    ['the text of the file', query(LISTED), 200, undefined],
    ['the text without its last line end', query(LISTED.trim()), 200, undefined],
    [
      'its hash',
      json({ extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(LISTED.trim()) } } }),
      200,
      undefined,
    ],
    ['another text', query('{ hello }'), 403, 'PERSISTED_QUERY_NOT_IN_LIST'],
    ['another text that is no GraphQL', query('{{{'), 403, 'PERSISTED_QUERY_NOT_IN_LIST'],
    [
      'an unknown hash',
      json({ extensions: { persistedQuery: { version: 1, sha256Hash: 'b'.repeat(64) } } }),
      403,
      'PERSISTED_QUERY_NOT_IN_LIST',
    ],
  ])('%s', async (_title, init, status, code) => {
    const answer = await ask(closed, init);
    expect({ status: answer.status, code: answer.code }).toEqual({ status, code });
  });
});

describe('faults', () => {
  const fault = (kind: string) => query(`{ fault(kind: "${kind}") }`);

  it.each([
    ['plain', 200, 'INTERNAL'],
    ['pg', 200, 'INTERNAL'],
    ['wrapped', 200, 'INTERNAL'],
    ['gone', 503, 'BUSY'],
    ['pool', 503, 'BUSY'],
    ['refused', 503, 'BUSY'],
    ['full', 503, 'STORAGE_FULL'],
    ['refusal', 200, 'NOT_FOUND'],
    ['ours', 200, 'OVERLOAD'],
  ])('%s', async (kind, status, code) => {
    const answer = await ask(open, fault(kind));
    expect({ status: answer.status, code: answer.code }).toEqual({ status, code });
    expect(answer.text).not.toMatch(/secret|13900001111|机密|insert|ECONN|terminating/);
    expect(answer.headers.get('retry-after')).toBe(status === 503 ? '2' : null);
  });

  it.each([
    ['plain', 500, 'INTERNAL'],
    ['gone', 503, 'BUSY'],
    ['refusal', 400, 'NOT_FOUND'],
  ])('%s while the viewer is looked up', async (kind, status, code) => {
    const answer = await ask(open, query(HELLO, { 'x-test-fault': kind }));
    expect({ status: answer.status, code: answer.code }).toEqual({ status, code });
    expect(answer.message).not.toMatch(/Context creation/);
  });

  it('are in the log under the number that was told, with frames and without what people wrote', async () => {
    const answer = await ask(open, fault('wrapped'));
    const id = /编号 ([0-9a-f-]{36})/.exec(answer.message ?? '')?.[1];
    expect(answer.headers.get('x-request-id')).toBe(id);
    const line = lines.find((text) => text.includes(`"requestId":"${id}"`) && text.includes('operation failed')) ?? '';
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      err: { code: '22P02', stack: expect.stringMatching(/^\s+at /) as unknown },
    });
    expect(lines.join('')).not.toMatch(/机密|insert into|"remoteAddress"|"url"/);
  });
});
