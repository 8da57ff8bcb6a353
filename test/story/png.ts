import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A small picture: a lamp that is dark, or lit. */
export function pictureOf(lit: boolean): Uint8Array<ArrayBuffer> {
  const [width, height] = [160, 120];
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_, y) => [
    0,
    ...Array.from({ length: width }, (__, x) => colour(x, y, lit)).flat(),
  ]);
  const parts = [
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]));
}

function colour(x: number, y: number, lit: boolean): [number, number, number] {
  const lamp = (x - 80) ** 2 + (y - 30) ** 2 < 180;
  if (lamp) return lit ? [255, 226, 130] : [90, 96, 110];
  if (Math.abs(x - 80) < 4 && y > 30 && y < 105) return [130, 138, 150];
  return y > 100 ? [60, 70, 88] : [36, 48, 72];
}
