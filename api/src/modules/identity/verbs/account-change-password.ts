import { helped, secret } from '../../../kernel/field.ts';
import type { House } from '../../../platform/house.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { lockAccount } from '../account.reads.ts';
import { reasons } from '../identity.reasons.ts';
import { hashPassword, verifyPassword } from '../password.ts';
import { checkPassword } from '../password-rules.ts';
import { endSessionsOf } from '../session.ts';
import { countFailure, guardOfUsername, refuseWhileLocked } from '../sign-in-guard.ts';

interface OwnRow {
  readonly username: string | null;
  readonly passwordHash: string | null;
  readonly name: string | null;
}

async function ownAccount(house: House, personId: string): Promise<OwnRow> {
  const text = `SELECT a.username, a.password_hash AS "passwordHash", p.name FROM account a JOIN person p ON p.id = a.id WHERE a.id = $1`;
  const [row] = await house.database.query<OwnRow>('account-own', text, [personId]);
  return row!;
}

/** Proves the present password; failures count like those of a login. */
async function provePresent(house: House, { username, passwordHash }: OwnRow, present: string): Promise<void> {
  if (!username || !passwordHash) return reasons.refuse('PASSWORD_NONE');
  const guards = [guardOfUsername(house, username)];
  await refuseWhileLocked(house, guards);
  if (await verifyPassword(passwordHash, present)) return;
  await countFailure(house, guards);
  reasons.refuse('PASSWORD_WRONG', { path: ['input', 'present'] });
}

export const changePassword = defineVerb({
  noun: 'account',
  action: 'changePassword',
  label: '修改密码',
  about: 'Changes one’s own password; every other session of the person ends.',
  by: 'SIGNED_IN',
  input: {
    present: secret('当前密码', 'The password so far.'),
    password: helped('至少10位，避免常用词和本人信息', secret('新密码', 'At least ten characters.')),
  },
  shows: { field: 'changed', type: () => Boolean },
  async prepare({ input: { present, password }, viewer, house }) {
    const own = await ownAccount(house, viewer.personId!);
    await provePresent(house, own, present);
    if (present.normalize('NFKC') === password.normalize('NFKC'))
      reasons.refuse('PASSWORD_SAME', { path: ['input', 'password'] });
    checkPassword(password, [own.username, own.name], ['input', 'password']);
    return { before: own.passwordHash, after: await hashPassword(password) };
  },
  async perform({ viewer, transaction, prepared: { before, after } }) {
    const { id } = await lockAccount(transaction, viewer.personId!);
    const text = 'UPDATE account SET password_hash = $3 WHERE id = $1 AND password_hash = $2 RETURNING 1';
    const changed = await transaction.rows('account-change-password', text, [id, before, after]);
    if (changed.length === 0) reasons.refuse('PASSWORD_WRONG', { path: ['input', 'present'] });
    await endSessionsOf(id, transaction, viewer.sessionId);
    return { value: true, event: { subjectId: id, effect: { data: { kept: viewer.sessionId } } } };
  },
});
