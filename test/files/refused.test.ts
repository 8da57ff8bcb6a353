import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formOf, GOOD, openFilesHouse, type FilesHouse } from '../support/files-house.ts';
import { plain, png } from '../support/photos.ts';

let house: FilesHouse;
let photo: Buffer;
beforeAll(async () => {
  house = await openFilesHouse();
  photo = await plain(64, 40).jpeg().toBuffer();
});
afterAll(() => house.close());

const send = (...call: Parameters<FilesHouse['send']>) => house.send(...call);

describe('what is refused', () => {
  const jpeg = () => plain().jpeg().toBuffer();
  const cut = (bytes: Buffer, share = 0.5) => bytes.subarray(0, bytes.length * share);
  const bytes = (text: string) => Buffer.from(text, 'latin1');
  const ftyp = '\0\0\0\x18ftypheic\0\0\0\0mif1heic';
  it.each<[string, number, string, () => FormData | Promise<FormData>]>([
    ['HTML called .jpg', 415, 'FILE_NOT_PHOTO', () => formOf(bytes('<!doctype html><script>alert(1)</script>'))],
    ['SVG', 415, 'FILE_NOT_PHOTO', () => formOf(bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))],
    [
      'SVG with an entity',
      415,
      'FILE_NOT_PHOTO',
      () => formOf(bytes('<?xml version="1.0"?><!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>')),
    ],
    ['GIF', 415, 'FILE_NOT_PHOTO', async () => formOf(await plain(20, 10).gif().toBuffer())],
    ['TIFF', 415, 'FILE_NOT_PHOTO', async () => formOf(await plain(20, 10).tiff().toBuffer())],
    ['AVIF', 415, 'FILE_NOT_PHOTO', async () => formOf(await plain(20, 10).avif().toBuffer())],
    ['HEIC', 415, 'FILE_NOT_PHOTO', () => formOf(bytes(ftyp))],
    ['PDF', 415, 'FILE_NOT_PHOTO', () => formOf(bytes('%PDF-1.7\n'))],
    ['one byte', 415, 'FILE_NOT_PHOTO', () => formOf(bytes('\xff'))],
    ['900 megapixels', 422, 'FILE_TOO_MANY_PIXELS', () => formOf(png(30_000, 30_000, { rows: 1 }))],
    ['a little over 40 megapixels', 422, 'FILE_TOO_MANY_PIXELS', () => formOf(png(40_001, 1_000))],
    ['sizes that overflow', 422, 'FILE_DAMAGED', () => formOf(png(0xffffffff, 0xffffffff, { rows: 0 }))],
    ['a PNG without its pixels', 422, 'FILE_DAMAGED', () => formOf(png(3_000, 3_000, { rows: 2 }))],
    ['half a JPEG', 422, 'FILE_DAMAGED', async () => formOf(cut(await jpeg()))],
    ['a JPEG without its last bytes', 422, 'FILE_DAMAGED', async () => formOf((await jpeg()).subarray(0, -20))],
    ['half a PNG', 422, 'FILE_DAMAGED', async () => formOf(cut(await plain().png().toBuffer()))],
    ['half a WebP', 422, 'FILE_DAMAGED', async () => formOf(cut(await plain().webp().toBuffer()))],
    [
      'JPEG by its first bytes only',
      422,
      'FILE_DAMAGED',
      () => formOf(bytes('\xff\xd8\xff\xe0<script>alert(1)</script>')),
    ],
    ['WebP by its first bytes only', 422, 'FILE_DAMAGED', () => formOf(bytes('RIFF\x10\0\0\0WEBP<svg/>'))],
    ['11 MB', 413, 'FILE_TOO_LARGE', () => formOf(Buffer.concat([photo, Buffer.alloc(11 << 20)]))],
    ['30 MB', 413, 'FILE_TOO_LARGE', () => formOf(Buffer.alloc(30 << 20))],
    ['an empty file', 400, 'FILE_REQUIRED', () => formOf(Buffer.alloc(0))],
    ['no file', 400, 'FILE_REQUIRED', () => formOf([])],
    ['two files', 400, 'FILE_ONE_ONLY', () => formOf([photo, photo])],
    ['no purpose', 400, 'INPUT_REQUIRED', () => formOf(photo, { publishConsent: 'true' })],
    ['an unknown purpose', 400, 'INPUT_NOT_ID', () => formOf(photo, { ...GOOD, purpose: 'PORTRAIT' })],
    ['no word on consent', 400, 'INPUT_REQUIRED', () => formOf(photo, { purpose: 'AFTER' })],
    ['half a consent', 400, 'FILE_FORM', () => formOf(photo, { ...GOOD, publishConsent: 'maybe' })],
    ['more fields', 400, 'FILE_FORM', () => formOf(photo, { ...GOOD, subjectId: randomUUID() })],
    [
      'a field twice',
      400,
      'FILE_FORM',
      () => (({ form }) => (form.append('purpose', 'CHECK'), form))({ form: formOf(photo, { purpose: 'AFTER' }) }),
    ],
    ['a field called __proto__', 400, 'FILE_FORM', () => formOf(photo, { purpose: 'AFTER', ['__proto__']: 'true' })],
    [
      'a field of 1 MB',
      400,
      'FILE_FORM',
      () => formOf(photo, { purpose: 'A'.repeat(1 << 20), publishConsent: 'true' }),
    ],
  ])('%s: %i %s', async (_, status, code, make) => {
    const person = randomUUID();
    const answer = await send(await make(), person);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.message).toMatch(/\p{Script=Han}/u);
    expect(await filesBy(person)).toBe(0);
    expect((await send(formOf(photo), person)).status).toBe(201);
  });

  it.each([
    ['nobody', null, {}, 401, 'NOT_SIGNED_IN'],
    ['a page of another site', randomUUID(), { origin: 'https://evil.example' }, 403, 'FILE_FOREIGN_ORIGIN'],
    ['a page of no site', randomUUID(), { origin: 'null' }, 403, 'FILE_FOREIGN_ORIGIN'],
  ] as const)('%s', async (_, person, headers, status, code) => {
    const answer = await send(formOf(photo), person, headers);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('takes what its own pages and listed ones send', async () => {
    for (const origin of [house.url, 'https://console.example.cn'])
      expect((await send(formOf(photo), randomUUID(), { origin })).status).toBe(201);
  });

  it.each([
    ['JSON', '{"file":"x"}', 'application/json'],
    ['no boundary', 'x', 'multipart/form-data'],
    [
      'no end',
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
      'multipart/form-data; boundary=b',
    ],
    ['nothing', '', 'multipart/form-data; boundary=b'],
  ])('a body that is no form: %s', async (_, body, type) => {
    const answer = await send(body, randomUUID(), { 'content-type': type });
    expect(answer.status).toBe(400);
    expect(answer.body.message).toMatch(/\p{Script=Han}/u);
  });

  it('more than 200 MB a day, also by two uploads at once; the next day begins at midnight in Shanghai', async () => {
    const person = randomUUID();
    house.clock.now = new Date('2026-11-23T15:59:00Z');
    const first = (await send(formOf(photo), person)).body.id;
    const almost = (200 << 20) - photo.length * 2 - 10;
    for (let i = 0; i < 20; i++) await fill(person, first, Math.floor(almost / 20));
    const both = await Promise.all([send(formOf(photo), person), send(formOf(photo), person)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 429]);
    expect((await send(formOf(photo), person)).body.code).toBe('FILE_DAILY_LIMIT');
    house.clock.now = new Date('2026-11-23T16:00:00Z');
    expect((await send(formOf(photo), person)).status).toBe(201);
  });

  it('more than three uploads of one person at once', async () => {
    const person = randomUUID();
    const slow = await plain(3000, 2000).jpeg({ quality: 60 }).toBuffer();
    const all = await Promise.all(Array.from({ length: 8 }, () => send(formOf(slow), person)));
    const taken = all.filter(({ status }) => status === 201);
    expect(taken.length).toBeGreaterThanOrEqual(3);
    for (const { body } of all.filter((answer) => !taken.includes(answer))) expect(body.code).toBe('FILE_BUSY');
    expect((await send(formOf(photo), person)).status).toBe(201);
  });
});

it('whoever hangs up in the middle leaves nothing behind, and no place taken', async () => {
  const person = randomUUID();
  await Promise.all([1, 2, 3, 4, 5].map(() => hangUp(person)));
  const answers = [await send(formOf(photo), person), await send(formOf(photo), person)];
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(await filesBy(person)).toBe(2);
});

/** Begins an upload and hangs up in the middle of the picture. */
function hangUp(person: string): Promise<void> {
  const { host, hostname, port } = new URL(house.url);
  const head = [`POST /files HTTP/1.1`, `Host: ${host}`, `X-Person: ${person}`, 'Content-Length: 5000000'];
  const part = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n';
  const socket = connect({ host: hostname, port: Number(port) });
  socket.write([...head, 'Content-Type: multipart/form-data; boundary=b', '', part].join('\r\n'));
  socket.write(photo);
  return new Promise((resolve) => {
    socket.once('close', () => resolve());
    setTimeout(() => socket.destroy(), 50);
  });
}

/** Rows as if this much had been sent, without sending it. */
const fill = (person: string, like: string, received: number) =>
  house.database.query(
    'fill',
    `INSERT INTO file (id, uploader_id, purpose, publish_consent, media_type, bytes, width, height, sha256, received, created_at)
     SELECT gen_random_uuid(), $1, purpose, publish_consent, media_type, bytes, width, height, sha256, $3, created_at FROM file WHERE id = $2`,
    [person, like, received],
  );

async function filesBy(person: string): Promise<number> {
  const [row] = await house.database.query<{ n: number }>(
    'by',
    'SELECT count(*) AS n FROM file WHERE uploader_id = $1',
    [person],
  );
  return row!.n;
}
