import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const MOST_ENTRIES = 2000;

/** Is it a container of the kind that holds a workbook? */
export const isZip = (bytes: Buffer): boolean => bytes.length > 22 && bytes.readUInt32LE(0) === 0x04034b50;

/**
 * Does what is packed stay within `budget` bytes? Every entry is unpacked for real and given up as soon as it grows beyond: what a
 * container says of its own size is whatever its maker wrote there. False, too, for a container that is not sound.
 */
export function staysWithin(bytes: Buffer, budget: number): boolean {
  try {
    let rest = budget;
    for (const entry of entriesOf(bytes)) {
      rest -= sizeOf(bytes, entry, rest);
      if (rest < 0) return false;
    }
    return true;
  } catch {
    return false;
  }
}

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly declared: number;
  readonly at: number;
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new Error('no end');
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new Error('too many entries');
  const entries: Entry[] = [];
  for (let at = bytes.readUInt32LE(end + 16); entries.length < count;) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error('no entry');
    entries.push({
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      declared: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Bytes of an entry, unpacked; throws when they are more than `rest` or than the entry declares. */
function sizeOf(bytes: Buffer, { method, packed, declared, at }: Entry, rest: number): number {
  if (declared > rest) throw new Error('too large');
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const data = bytes.subarray(start, start + packed);
  if (method === 0) return data.length;
  return inflateRawSync(data, { maxOutputLength: Math.max(1, Math.min(rest, declared)) }).length;
}
