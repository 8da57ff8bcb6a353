import { id, reason } from '../../../kernel/field.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { lockAccount } from '../account.reads.ts';
import { AccountType } from '../account.type.ts';
import { reasons } from '../identity.reasons.ts';
import { endSessionsOf } from '../session.ts';

export const lock = defineVerb({
  noun: 'account',
  action: 'lock',
  label: '停用账号',
  about: 'Nobody signs in with the account until it is unlocked; its sessions and sockets end at once.',
  by: ['SECURITY_ADMIN'],
  input: { accountId: id('账号', 'The account.', 'person'), reason: reason('Why it is locked.') },
  shows: { field: 'account', type: () => AccountType },
  async perform({ input, viewer, transaction }) {
    const { accountId, reason: why } = input;
    if (accountId === viewer.personId) reasons.refuse('OWN_ACCOUNT', { path: ['input', 'accountId'] });
    const account = await lockAccount(transaction, accountId);
    await transaction.rows('account-set-locked', `UPDATE account SET state = 'LOCKED' WHERE id = $1`, [accountId]);
    await endSessionsOf(accountId, transaction);
    return {
      value: { ...account, state: 'LOCKED' },
      event: { subjectId: accountId, effect: { reason: why, data: { before: account.state }, personIds: [accountId] } },
    };
  },
});
