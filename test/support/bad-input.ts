import { expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { REQUEST, type OrderWorld } from './order-world.ts';
import type { Shown } from './somebody.ts';

export const CHINESE = /[\u4e00-\u9fff]/;
export interface Heard {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const CREATE =
  'mutation ($input: OrderCreateInput!) { orderCreate(input: $input) { order { id } userErrors { code message path } } }';
/** A good request for a new order, but for what is named. */
export const create = (more: object): string =>
  read(CREATE, { input: { ...REQUEST, idempotencyKey: randomUUID(), ...more } });
export const read = (query: string, variables: object = {}): string => JSON.stringify({ query, variables });

/** Whoever sends what cannot be right, and looks at what becomes of it. */
export class Tempter {
  constructor(private readonly people: OrderWorld) {}

  /** Sends a body as it is. */
  async send(body: string | Uint8Array, token = this.people.resident.who.token): Promise<Heard> {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const response = await fetch(`${this.people.world.app.url}/graphql`, {
      method: 'POST',
      body: body as string,
      headers,
    });
    return heardFrom(response.status, await response.text());
  }

  /** Refused in Chinese with this code, without a fault and without a trace; the next good request is served. */
  async expectRefused(work: string | (() => Promise<Heard>), code: string | RegExp): Promise<void> {
    const before = await this.countRows();
    const heard = await (typeof work === 'string' ? this.send(work) : work());
    const expected: unknown = typeof code === 'string' ? code : expect.stringMatching(code);
    expect(heard).toMatchObject({ code: expected, message: expect.stringMatching(CHINESE) });
    expect(heard.status).toBeLessThan(500);
    expect(await this.countRows()).toEqual(before);
    expect((await this.send(read('{ orders(first: 1) { nodes { id } } }'))).code).toBe('');
  }

  /** Sends a body that is larger than the server takes; the answer may come, and the line close, while it is being sent. */
  floods(size: number): Promise<Heard> {
    const headers = { 'content-type': 'application/json', 'content-length': size };
    return new Promise((resolve, reject) => {
      const request = httpRequest(`${this.people.world.app.url}/graphql`, { method: 'POST', headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(heardFrom(response.statusCode!, Buffer.concat(chunks).toString())));
      });
      request.on('error', (error: NodeJS.ErrnoException) => {
        if (!['EPIPE', 'ECONNRESET'].includes(error.code ?? '')) reject(error);
      });
      const chunk = Buffer.alloc(64 * 1024, 0x20);
      const write = (left: number): void => {
        if (left <= 0 || request.destroyed) return void request.end();
        request.write(chunk.subarray(0, Math.min(left, chunk.length)), () => write(left - chunk.length));
      };
      write(size);
    });
  }

  private async countRows(): Promise<unknown> {
    const { rows } = await this.people.world.sql.query(
      'SELECT (SELECT count(*) FROM orders) AS orders, (SELECT count(*) FROM event) AS events, (SELECT count(*) FROM idempotency_key) AS keys',
    );
    return rows[0];
  }
}

function heardFrom(status: number, text: string): Heard {
  const answer = JSON.parse(text) as Shown;
  const payload = Object.values((answer['data'] ?? {}) as object)[0] as Shown | null | undefined;
  const error = (payload?.['userErrors'] as Shown[] | undefined)?.[0] ?? (answer['errors'] as Shown[] | undefined)?.[0];
  const code = (error?.['code'] ?? error?.['extensions']?.code ?? '') as string;
  return { status, code, message: (error?.['message'] ?? '') as string };
}
