import 'reflect-metadata';
import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Somebody } from '../support/somebody.ts';
import { DISTRICT, World } from '../support/world.ts';

let world: World;
let system: Somebody;
beforeAll(async () => {
  world = await World.open();
  [system] = (await world.people([['SYSTEM_ADMIN', DISTRICT]])) as [Somebody];
});
afterAll(() => world.close());

const HEAD = '--edge\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n';

/** A form whose file has `size` bytes and, when all of them were long read, one more. */
async function* oneByteLate(size: number) {
  yield Buffer.from(HEAD);
  yield Buffer.alloc(size, 65);
  await rest(500);
  yield Buffer.from('A\r\n--edge--\r\n');
}

it.each([
  ['/files', 10, 'FILE_TOO_LARGE'],
  ['/imports/units', 5, 'SHEET_TOO_LARGE'],
])('%s takes no file for whole whose byte too many comes late', async (path, megabytes, code) => {
  const answer = await fetch(world.app.url + path, {
    ...{ method: 'POST', duplex: 'half', body: ReadableStream.from(oneByteLate(megabytes * 1024 * 1024)) },
    headers: { authorization: `Bearer ${system.who.token}`, 'content-type': 'multipart/form-data; boundary=edge' },
  });
  expect({ status: answer.status, ...((await answer.json()) as object) }).toMatchObject({ status: 413, code });
});
