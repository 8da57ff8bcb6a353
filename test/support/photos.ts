import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** Words that the metadata of the test photos hold; none of them may survive. Three bytes stand in noise by chance. */
export const TELLTALES = [
  'HUAWEI',
  '610303',
  '陈仓',
  'Exif',
  'http',
  'ICC_PROFILE',
  '<script',
  'PK\x03\x04',
  'Photoshop',
  'JFXX',
];

/** One colour: quickly made, however large. */
export const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#888' } });

/** Noise does not compress: the files have a size. */
export function plain(width = 800, height = 500, channels: 3 | 4 = 3) {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const image = sharp({ create: { width, height, channels: 3, background: '#888', noise } });
  return channels === 3 ? image : image.ensureAlpha(0.5);
}

/** A JPEG with a second picture inside, as phones write them for bright screens. The method is missing in sharp's types. */
export function withTwin(): Promise<Buffer> {
  return (plain() as unknown as { withGainMap(): Sharp }).withGainMap().jpeg().toBuffer();
}

const EXIF = {
  IFD0: { Make: 'HUAWEI', ImageDescription: '陈仓 610303' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 21/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '107/1 9/1 0/1' },
};
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="HUAWEI xmp"/></rdf:RDF></x:xmpmeta>`;

/** With EXIF, place, XMP and a colour profile. */
export function talkative(format: 'jpeg' | 'png' | 'webp', orientation?: number): Promise<Buffer> {
  const told = plain()
    .withMetadata(orientation ? { orientation } : {})
    .withExifMerge(EXIF)
    .withXmp(XMP)
    .withIccProfile('p3');
  return told.toFormat(format).toBuffer();
}

/** Inserts segments after SOI: a comment, IPTC, and a thumbnail of its own. */
export function withSegments(jpeg: Buffer): Buffer {
  const segment = (marker: number, text: string) => {
    const body = Buffer.from(text);
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  };
  const extra = [segment(0xed, 'Photoshop 3.0\0HUAWEI'), segment(0xe0, 'JFXX\0HUAWEI'), segment(0xfe, '陈仓 610303')];
  return Buffer.concat([jpeg.subarray(0, 2), ...extra, jpeg.subarray(2)]);
}

function chunk(type: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(12 + data.length);
  whole.writeUInt32BE(data.length, 0);
  whole.write(type, 4, 'latin1');
  data.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length);
  return whole;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** A PNG of this size, black, with chunks of one's own; `rows` fewer than `height` make it a promise that is not kept. */
export function png(
  width: number,
  height: number,
  { rows = height, extra = [] as readonly [string, Buffer][] } = {},
): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const pixels = deflateSync(Buffer.alloc((width * 3 + 1) * rows), { level: 9 });
  const chunks = [chunk('IHDR', head), ...extra.map(([type, data]) => chunk(type, data)), chunk('IDAT', pixels)];
  return Buffer.concat([SIGNATURE, ...chunks, chunk('IEND', Buffer.alloc(0))]);
}

/** What a kept picture consists of: JPEG markers or RIFF chunks, and whether anything follows its end. */
export function anatomy(bytes: Buffer): { readonly parts: ReadonlySet<string>; readonly rest: number } {
  return bytes.toString('latin1', 0, 4) === 'RIFF' ? riff(bytes) : jpeg(bytes);
}

function riff(bytes: Buffer) {
  const parts = new Set<string>();
  const end = bytes.readUInt32LE(4) + 8;
  for (let at = 12; at < end; at += 8 + bytes.readUInt32LE(at + 4) + (bytes.readUInt32LE(at + 4) % 2)) {
    parts.add(bytes.toString('latin1', at, at + 4));
  }
  return { parts, rest: bytes.length - end };
}

function jpeg(bytes: Buffer) {
  const parts = new Set<string>();
  let at = 2;
  while (at + 1 < bytes.length && bytes.readUInt16BE(at) !== 0xffd9) {
    const marker = bytes[at] === 0xff ? bytes[at + 1]! : 0;
    const inPixels = marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd7);
    if (!inPixels) parts.add(marker.toString(16));
    at += inPixels ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return { parts, rest: bytes.length - at - 2 };
}
