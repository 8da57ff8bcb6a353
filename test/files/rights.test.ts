import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formOf, GOOD, openFilesHouse, type FilesHouse } from '../support/files-house.ts';
import { plain } from '../support/photos.ts';

let house: FilesHouse;
let photo: Buffer;
beforeAll(async () => {
  house = await openFilesHouse();
  photo = await plain(64, 40).jpeg().toBuffer();
});
afterAll(() => house.close());

const upload = async (person: string, fields: object = GOOD) =>
  (await house.send(formOf(photo, fields), person)).body.id;

describe('who sees a photo', () => {
  const owner = randomUUID();
  const neighbour = randomUUID();
  const stranger = randomUUID();
  const uploader = randomUUID();
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    const subjectId = await house.toy(owner, neighbour);
    ids['open'] = await upload(uploader, { purpose: 'BEFORE', publishConsent: 'true' });
    ids['private'] = await upload(uploader);
    await house.attach({ ids: [ids['open'], ids['private']], subjectId, purpose: 'AFTER', personId: uploader });
    ids['own'] = await upload(uploader);
    ids['odd'] = await upload(uploader);
    await house.attach({ ids: [ids['odd']], noun: 'ghost', subjectId, purpose: 'AFTER', personId: uploader });
    ids['gone'] = await upload(uploader);
    await house.attach({ ids: [ids['gone']], subjectId: randomUUID(), purpose: 'AFTER', personId: uploader });
  });

  it.each([
    ['own', { uploader: 200, owner: 404, neighbour: 404, stranger: 404, nobody: 404 }],
    ['open', { uploader: 404, owner: 200, neighbour: 200, stranger: 404, nobody: 404 }],
    ['private', { uploader: 404, owner: 200, neighbour: 404, stranger: 404, nobody: 404 }],
    ['odd', { uploader: 404, owner: 404, neighbour: 404, stranger: 404, nobody: 404 }],
    ['gone', { uploader: 404, owner: 404, neighbour: 404, stranger: 404, nobody: 404 }],
  ])('%s: %j', async (name, expected) => {
    const people = { uploader, owner, neighbour, stranger, nobody: null };
    for (const [who, status] of Object.entries(expected)) {
      for (const path of [ids[name]!, `${ids[name]!}/thumbnail`]) {
        const answer = await house.get(path, people[who as keyof typeof people]);
        expect([who, answer.status]).toEqual([who, status]);
      }
    }
  });

  it('what may not be seen answers exactly like what does not exist, whatever is asked', async () => {
    const plainly = async (path: string, headers = {}) => {
      const { status, headers: told, bytes } = await house.get(path, stranger, headers);
      const kept = [...told].filter(([name]) => !['date', 'x-request-id'].includes(name));
      return JSON.stringify([status, kept, bytes.toString()]);
    };
    const missing = await plainly(randomUUID());
    expect(missing).toContain('FILE_NOT_FOUND');
    const { headers } = await house.get(ids['private']!, owner);
    expect(await plainly(ids['private']!, { 'if-none-match': headers.get('etag')! })).toBe(missing);
    for (const path of [
      ids['own']!,
      `${ids['open']!}/thumbnail`,
      'x',
      '1',
      `${randomUUID()}x`,
      ids['own']!.toUpperCase(),
      '%00',
      '..%2f..%2fetc',
    ])
      expect(await plainly(path)).toBe(missing);
  });

  it('comes with headers that let it be nothing but a picture', async () => {
    const { headers, bytes } = await house.get(ids['open']!, owner);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline; filename="photo.jpg"',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=3600',
      'content-length': String(bytes.length),
    });
    expect(headers.getSetCookie()).toEqual([]);
  });

  it('is not sent again to whoever has it, and HEAD brings no bytes', async () => {
    const { headers, bytes } = await house.get(ids['open']!, owner);
    const etag = headers.get('etag')!;
    const again = await house.get(ids['open']!, owner, { 'if-none-match': `"x", W/${etag}` });
    expect([again.status, again.bytes.length, again.headers.get('etag')]).toEqual([304, 0, etag]);
    expect((await house.get(`${ids['open']!}/thumbnail`, owner, { 'if-none-match': etag })).status).toBe(200);
    const head = await house.get(ids['open']!, owner, {}, 'HEAD');
    expect([head.status, head.headers.get('content-length'), head.bytes.length]).toEqual([
      200,
      String(bytes.length),
      0,
    ]);
  });
});
