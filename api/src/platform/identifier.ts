import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';

let last = { at: 0, seq: 0 };

/**
 * A UUIDv7 (RFC 9562) of a moment. Identifiers that this process makes for one millisecond rise, so that what one transaction
 * writes sorts in the order in which it was written.
 */
export function newId(at: Date): string {
  const msecs = at.getTime();
  last = { at: msecs, seq: msecs === last.at ? last.seq + 1 : randomInt(0x40000000) };
  return v7({ msecs, seq: last.seq });
}
