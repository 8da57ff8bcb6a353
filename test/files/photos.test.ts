import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { formOf, GOOD, openFilesHouse, type FilesHouse } from '../support/files-house.ts';
import { anatomy, blank, plain, png, talkative, TELLTALES, withSegments, withTwin } from '../support/photos.ts';

let house: FilesHouse;
let photo: Buffer;
beforeAll(async () => {
  house = await openFilesHouse();
  photo = await plain(64, 40).jpeg().toBuffer();
});
afterAll(() => house.close());

const send = (...call: Parameters<FilesHouse['send']>) => house.send(...call);
const get = (...call: Parameters<FilesHouse['get']>) => house.get(...call);

describe('what is kept', () => {
  const zip = Buffer.from('PK\x03\x04\x14\0\0\0\0\0<script>alert(1)</script>HUAWEI http://evil.example');
  const jpeg = () => talkative('jpeg');
  const comment: [string, Buffer] = ['tEXt', Buffer.from('Comment\0HUAWEI 610303 <script>')];
  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['JPEG with EXIF, place, XMP, profile', jpeg, 'image/jpeg'],
    ['JPEG with IPTC, comment, a thumbnail of its own', async () => withSegments(await jpeg()), 'image/jpeg'],
    ['JPEG with a script and a zip behind it', async () => Buffer.concat([await jpeg(), zip]), 'image/jpeg'],
    ['JPEG with a brighter twin', withTwin, 'image/jpeg'],
    ['JPEG in CMYK', () => plain().toColourspace('cmyk').jpeg().toBuffer(), 'image/jpeg'],
    ['JPEG in grey', () => plain().greyscale().jpeg().toBuffer(), 'image/jpeg'],
    ['PNG with EXIF, place, XMP, profile', () => talkative('png'), 'image/jpeg'],
    ['PNG with a comment', () => png(20, 10, { extra: [comment] }), 'image/jpeg'],
    ['PNG with a zip behind it', () => Buffer.concat([png(20, 10), zip]), 'image/jpeg'],
    ['PNG of 16 bits', () => plain().toColourspace('rgb16').png().toBuffer(), 'image/jpeg'],
    [
      'PNG, transparent',
      () =>
        plain(600, 300, 4)
          .withExif({ IFD0: { Make: 'HUAWEI' } })
          .png()
          .toBuffer(),
      'image/webp',
    ],
    ['WebP with EXIF, place, XMP, profile', () => talkative('webp'), 'image/jpeg'],
    [
      'WebP, transparent, with EXIF',
      () =>
        plain(600, 300, 4)
          .withExif({ IFD0: { Make: 'HUAWEI' } })
          .webp()
          .toBuffer(),
      'image/webp',
    ],
    ['one pixel', () => png(1, 1), 'image/jpeg'],
  ])('%s: pixels only', async (_, make, mediaType) => {
    const person = randomUUID();
    const { status, body } = await send(formOf(await make()), person);
    expect([status, body.mediaType]).toEqual([201, mediaType]);
    for (const path of [body.id, `${body.id}/thumbnail`]) {
      const { bytes, headers } = await get(path, person);
      expect(headers.get('content-type')).toBe(mediaType);
      const { parts, rest } = anatomy(bytes);
      expect(rest).toBe(0);
      // Tables, frame and scan; nothing that could hold words.
      const allowed =
        mediaType === 'image/jpeg' ? ['db', 'c0', 'c2', 'c4', 'da', 'dd'] : ['VP8X', 'ALPH', 'VP8 ', 'VP8L'];
      expect([...parts].filter((part) => !allowed.includes(part))).toEqual([]);
      for (const word of TELLTALES) expect(bytes.includes(word)).toBe(false);
      const { exif, xmp, icc, iptc, comments } = await sharp(bytes).metadata();
      expect({ exif, xmp, icc, iptc, comments }).toEqual({});
    }
    expect((await get(body.id, person)).bytes).toHaveLength(Number(body.bytes));
  });

  it.each(['jpeg', 'png', 'webp'] as const)('the %s to begin with does tell', async (format) => {
    const bytes = await talkative(format);
    for (const word of ['HUAWEI', '610303', 'xmp']) expect(bytes.includes(word)).toBe(true);
    const { exif, icc } = await sharp(bytes).metadata();
    expect([exif!.includes('N\0'), icc!.length > 100]).toEqual([true, true]);
  });

  it('is upright, 2560 pixels at most, its thumbnail 480', async () => {
    const person = randomUUID();
    const big = await blank(5000, 3000).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { body } = await send(formOf(big), person);
    expect(body).toMatchObject({ width: 1536, height: 2560 });
    const thumbnail = await sharp((await get(`${body.id}/thumbnail`, person)).bytes).metadata();
    expect([thumbnail.width, thumbnail.height]).toEqual([288, 480]);
  });

  it.each([
    '现场照片（一）.jpg',
    '../../../../etc/passwd',
    '..\\..\\windows.jpg',
    'a"b;c\r\nx: y.html',
    '\0.jpg',
    '长'.repeat(200),
  ])('knows nothing of the name %j', async (name) => {
    const person = randomUUID();
    const { status, body } = await send(formOf(photo, GOOD, name), person);
    expect(status).toBe(201);
    expect((await get(body.id, person)).headers.get('content-disposition')).toBe('inline; filename="photo.jpg"');
  });
});

describe('the process that draws', () => {
  it('finishes what is under way when the house is told to end', async () => {
    const other = await openFilesHouse();
    await other.send(formOf(photo));
    const sending = other.send(formOf(await blank(6000, 5000).png().toBuffer()));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closing = other.close();
    expect((await sending).status).toBe(201);
    await closing;
  });
});
