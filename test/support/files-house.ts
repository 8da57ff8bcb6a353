import 'reflect-metadata';
import { defineEntity, p } from '@mikro-orm/core';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { NOBODY, type Viewer } from '../../api/src/kernel/viewer.ts';
import { Journal } from '../../api/src/platform/audit/journal.ts';
import { openDatabase } from '../../api/src/platform/database/database.ts';
import type { House } from '../../api/src/platform/house.ts';
import { createServer } from '../../api/src/platform/http/server.ts';
import { inTransaction } from '../../api/src/platform/process/transaction.ts';
import { attachFiles, type Attachment } from '../../api/src/modules/files/index.ts';
import { filesModule } from '../../api/src/modules/files/files.module.ts';
import { freshDatabase, onServer } from './database.ts';

const Toy = defineEntity({
  name: 'Toy',
  tableName: 'toy',
  properties: {
    ...{ id: p.uuid().primary(), state: p.text(), version: p.integer().version(), enteredAt: p.datetime() },
    ...{ ownerId: p.uuid(), neighbourId: p.uuid() },
  },
});
const TABLE = `CREATE TABLE toy (id uuid PRIMARY KEY, state text NOT NULL, version int NOT NULL DEFAULT 1,
  entered_at timestamptz NOT NULL DEFAULT now(), owner_id uuid NOT NULL, neighbour_id uuid NOT NULL);
  GRANT SELECT ON toy TO gongzhi_app`;

interface ToyRow {
  readonly ownerId: string;
  readonly neighbourId: string;
}

/** The owner sees every photo of a toy, the neighbour those with consent, others do not know that it exists. */
const toyCase = {
  process: { noun: 'toy' },
  row: Toy,
  policy: {
    links: async () => null,
    visible: (row: ToyRow, viewer: Viewer) => [row.ownerId, row.neighbourId].includes(viewer.personId ?? ''),
    seesFile: (row: ToyRow, viewer: Viewer, _links: unknown, file: { publishConsent: boolean }) =>
      row.ownerId === viewer.personId || file.publishConsent,
  },
};

export const GOOD = { purpose: 'BEFORE', publishConsent: 'false' };

/** An upload form as a browser fills it: the fields, then one or more files. */
export function formOf(content: Buffer | readonly Buffer[], fields: object = GOOD, name = 'photo.jpg'): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, String(value));
  for (const bytes of [content].flat())
    form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), name);
  return form;
}

/** Speaks to the routes as `person`, or as nobody. */
function clientOf(url: string) {
  const as = (person: string | null, headers: object) => ({
    ...(person !== null && { 'x-person': person }),
    ...headers,
  });
  return {
    async send(body: FormData | string, person: string | null = randomUUID(), headers: object = {}) {
      const answer = await fetch(`${url}/files`, { method: 'POST', body, headers: as(person, headers) });
      const told = (await answer.json()) as Record<string, unknown> & Record<'id' | 'code' | 'message', string>;
      return { status: answer.status, body: told };
    },
    async get(path: string, person: string | null, headers: object = {}, method = 'GET') {
      const answer = await fetch(`${url}/files/${path}`, { method, headers: as(person, headers) });
      return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
    },
  };
}

/** The files module behind a real server on a real database, with one toy noun. Who asks is said by `x-person`. */
export async function openFilesHouse() {
  const own = await freshDatabase();
  await onServer(own.url, (client) => client.query(TABLE));
  const database = await openDatabase({ url: own.url, rows: [Toy as never], relaxed: true });
  const clock = { now: new Date('2026-11-23T02:00:00Z') };
  const now = () => clock.now;
  const journal = new Journal(database, now);
  const config = { origins: ['https://console.example.cn'] };
  const house = { config, database, journal, now, cases: [toyCase], calendar: async () => null } as unknown as House;
  const app = createServer({ config: { https: false }, log: { level: 'silent' } });
  app.addHook('preHandler', async (request) => {
    const personId = request.headers['x-person'];
    request.viewer = typeof personId === 'string' ? { ...NOBODY, kind: 'PERSON', personId } : NOBODY;
  });
  await filesModule.routes!(app, house);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  return {
    ...{ url, house, database, clock, owner: own.url, ...clientOf(url) },
    attach: (attachment: Omit<Attachment, 'noun'> & { noun?: string }) =>
      inTransaction(house, (transaction) => attachFiles(transaction, { noun: 'toy', ...attachment })),
    async toy(ownerId: string, neighbourId: string = randomUUID()): Promise<string> {
      const id = randomUUID();
      await onServer(own.url, (client) =>
        client.query(`INSERT INTO toy (id, state, owner_id, neighbour_id) VALUES ($1, 'OPEN', $2, $3)`, [
          id,
          ownerId,
          neighbourId,
        ]),
      );
      return id;
    },
    async close() {
      await app.close();
      await database.close();
      await own.drop();
    },
  };
}

export type FilesHouse = Awaited<ReturnType<typeof openFilesHouse>>;
