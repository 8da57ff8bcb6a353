import { createHash } from 'node:crypto';
import { NULL, orNull, whereHolds } from '../../../platform/reads/json-text.ts';
import { workedOut } from '../../../platform/reads/fields/worked-out.ts';
import type { ReadField } from '../../../platform/reads/field.ts';
import { sees } from '../../../platform/reads/shape.ts';
import { meetingSight } from './meeting.policy.ts';

const MINUTE = 60_000;

/** The same as `check_in_code` of the database: the code of the minute in which `at` lies. */
export function checkInCode(secret: Buffer, at: Date): string {
  const minute = String(Math.floor(at.getTime() / MINUTE));
  const hash = createHash('sha256').update(secret).update(minute).digest();
  return String(hash.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}

const shown = meetingSight.checkInCode;

/** The code by which units sign in now: for those who show it on the spot. */
export const checkInCodeField = (about: string): ReadField =>
  workedOut({
    ...{ type: () => String, about, nullable: true, from: ['checkInSecret'], conditions: [shown] },
    of: (view, { now, viewer }) =>
      sees(view, shown, viewer) ? checkInCode(view['checkInSecret'] as Buffer, now) : null,
    sql: (place) => {
      const condition = place.holds(shown);
      if (condition === 'false') return NULL;
      const now = place.statement.parameters.now();
      return whereHolds(condition, orNull(`to_json(check_in_code(${place.column('checkInSecret')}, ${now}))::text`));
    },
  });
