import { id } from '../../../kernel/field.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { lockAccount } from '../account.reads.ts';
import { AccountType } from '../account.type.ts';
import { guardOfUsername } from '../sign-in-guard.ts';

export const unlock = defineVerb({
  noun: 'account',
  action: 'unlock',
  label: '启用账号',
  about: 'The account may sign in again; failed attempts with its user name are forgotten.',
  by: ['SECURITY_ADMIN'],
  input: { accountId: id('账号', 'The account.', 'person') },
  shows: { field: 'account', type: () => AccountType },
  async perform({ input: { accountId }, transaction }) {
    const account = await lockAccount(transaction, accountId);
    await transaction.rows('account-set-active', `UPDATE account SET state = 'ACTIVE' WHERE id = $1`, [accountId]);
    if (account.username) {
      const { key } = guardOfUsername(transaction.house, account.username);
      await transaction.rows('guard-forget', 'DELETE FROM sign_in_guard WHERE key = $1', [key]);
    }
    return {
      value: { ...account, state: 'ACTIVE' },
      event: { subjectId: accountId, effect: { data: { before: account.state }, personIds: [accountId] } },
    };
  },
});
