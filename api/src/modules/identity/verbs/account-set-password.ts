import { helped, id, secret } from '../../../kernel/field.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { lockAccount } from '../account.reads.ts';
import { AccountType } from '../account.type.ts';
import { reasons } from '../identity.reasons.ts';
import { hashPassword } from '../password.ts';
import { checkPassword } from '../password-rules.ts';
import { endSessionsOf } from '../session.ts';

export const setPassword = defineVerb({
  noun: 'account',
  action: 'setPassword',
  label: '重置密码',
  about: 'Gives an account a new password, for who forgot theirs; its sessions end at once. Not for one’s own account.',
  by: ['SECURITY_ADMIN'],
  input: {
    accountId: id('账号', 'The account.', 'person'),
    password: helped('至少10位，避免常用词和本人信息', secret('新密码', 'At least ten characters.')),
  },
  shows: { field: 'account', type: () => AccountType },
  async prepare({ input: { accountId, password }, viewer }) {
    if (accountId === viewer.personId) reasons.refuse('OWN_ACCOUNT', { path: ['input', 'accountId'] });
    checkPassword(password, [], ['input', 'password']);
    return hashPassword(password);
  },
  async perform({ input: { accountId, password }, transaction, prepared: passwordHash }) {
    const account = await lockAccount(transaction, accountId);
    if (!account.username) return reasons.refuse('PASSWORD_NONE', { path: ['input', 'accountId'] });
    checkPassword(password, [account.username, account.name], ['input', 'password']);
    await transaction.rows('account-set-password', 'UPDATE account SET password_hash = $2 WHERE id = $1', [
      accountId,
      passwordHash,
    ]);
    await endSessionsOf(accountId, transaction);
    return { value: account, event: { subjectId: accountId, effect: { personIds: [accountId] } } };
  },
});
