import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

// Asked for in bulk: one question to the system costs more than an identifier.
const noise = Buffer.alloc(4096);
let used = noise.length;

/** 16 random bytes. */
function random(): Buffer {
  if (used === noise.length) {
    randomFillSync(noise);
    used = 0;
  }
  used += 16;
  return noise.subarray(used - 16, used);
}

let last = { at: 0, seq: 0 };

/**
 * A UUIDv7 (RFC 9562) of a moment. Identifiers that this process makes for one millisecond rise, so that what one transaction
 * writes sorts in the order in which it was written.
 */
export function newId(at: Date): string {
  const msecs = at.getTime();
  last = { at: msecs, seq: msecs === last.at ? last.seq + 1 : random().readUInt32BE() >>> 2 };
  return v7({ msecs, seq: last.seq, random: random() });
}
