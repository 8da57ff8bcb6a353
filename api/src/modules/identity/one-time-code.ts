import { randomInt, timingSafeEqual } from 'node:crypto';
import type { House } from '../../platform/house.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { reasons } from './identity.reasons.ts';
import { CODE_LIFE, CODE_PAUSE, CODE_TRIES, CODES_A_DAY } from './limits.ts';
import { indexOfPhone } from './person.ts';

// Six digits are quickly tried out; a keyed hash cannot be without the key.
const hashOf = (house: House, phone: string, code: string) => house.sealer.blindIndex(`code:${phone}:${code}`);

const ISSUE = `
  INSERT INTO one_time_code AS c (phone_index, code_hash, expires_at, attempts, sent_at, day, sent_on_day)
  VALUES ($1, $2, $3, 0, $4, ($4::timestamptz AT TIME ZONE 'Asia/Shanghai')::date, 1)
  ON CONFLICT (phone_index) DO UPDATE SET code_hash = excluded.code_hash, expires_at = excluded.expires_at, attempts = 0,
    sent_at = excluded.sent_at, day = excluded.day, sent_on_day = CASE WHEN c.day = excluded.day THEN c.sent_on_day + 1 ELSE 1 END
  WHERE c.sent_at <= $5 AND (c.day <> excluded.day OR c.sent_on_day < $6)
  RETURNING 1`;

/** Makes the phone's next code, known here or not; the one before it is void. Refuses when it is too soon or too often. */
export async function issueCode(house: House, phone: string): Promise<string> {
  const now = house.now();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const issued = await house.database.query('code-issue', ISSUE, [
    ...[indexOfPhone(house.sealer, phone), hashOf(house, phone, code), new Date(now.getTime() + CODE_LIFE), now],
    ...[new Date(now.getTime() - CODE_PAUSE), CODES_A_DAY],
  ]);
  return issued.length > 0 ? code : reasons.refuse('CODE_TOO_OFTEN', { path: ['input', 'phone'] });
}

const TRY = `
  UPDATE one_time_code SET attempts = attempts + 1
  WHERE phone_index = $1 AND expires_at > $2 AND attempts < $3 AND code_hash IS NOT NULL
  RETURNING code_hash AS "codeHash"`;

/** Is this the phone's code? Each question is one of five tries, counted at once. Refuses when it is not. */
export async function checkCode(house: House, phone: string, code: string): Promise<void> {
  const values = [indexOfPhone(house.sealer, phone), house.now(), CODE_TRIES];
  const [row] = await house.database.query<{ codeHash: Buffer }>('code-try', TRY, values);
  if (!row || !timingSafeEqual(row.codeHash, hashOf(house, phone, code)))
    reasons.refuse('CODE_WRONG', { path: ['input', 'code'] });
}

/** Uses up the code that was checked; of two who use it at once the second is refused. */
export async function useCode(transaction: Transaction, phone: string, code: string): Promise<void> {
  const { house } = transaction;
  const used = await transaction.rows(
    'code-use',
    'UPDATE one_time_code SET code_hash = NULL WHERE phone_index = $1 AND code_hash = $2 RETURNING 1',
    [indexOfPhone(house.sealer, phone), hashOf(house, phone, code)],
  );
  if (used.length === 0) reasons.refuse('CODE_WRONG', { path: ['input', 'code'] });
}
