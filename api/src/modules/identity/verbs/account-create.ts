import { helped, line, optional, personName, phone, secret } from '../../../kernel/field.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { lockAccount } from '../account.reads.ts';
import { AccountType } from '../account.type.ts';
import { refuseConflict } from '../conflict.ts';
import { reasons } from '../identity.reasons.ts';
import { hashPassword } from '../password.ts';
import { checkPassword } from '../password-rules.ts';
import { insertPersons } from '../person.ts';
import { newId } from '../../../platform/identifier.ts';

export const create = defineVerb({
  noun: 'account',
  action: 'create',
  label: '创建账号',
  about: 'Registers an official with a user name and a first password. Posts are granted separately.',
  by: ['SECURITY_ADMIN'],
  input: {
    name: personName('姓名', 'By which others know the official.'),
    username: helped(
      '3至32位小写字母、数字、点、横线，以字母开头',
      line('用户名', 'Three to 32 small letters, digits, dots, dashes.', { max: 32 }),
    ),
    password: helped(
      '至少10位，避免常用词和本人信息',
      secret('初始密码', 'At least ten characters; the holder should change it.'),
    ),
    phone: optional(phone('手机号码', 'Of the official.')),
  },
  shows: { field: 'account', type: () => AccountType },
  async prepare({ input: { username, name, phone: number, password } }) {
    const name32 = username.normalize('NFKC').toLowerCase();
    if (!/^[a-z][a-z0-9._-]{2,31}$/.test(name32)) reasons.refuse('USERNAME_SHAPE', { path: ['input', 'username'] });
    checkPassword(password, [name32, name, number], ['input', 'password']);
    return { username: name32, passwordHash: await hashPassword(password) };
  },
  async perform({ input: { name, phone: number }, now, transaction, prepared }) {
    const id = newId(now);
    const person = { id, kind: 'STAFF', name, phone: number, createdAt: now, ...prepared } as const;
    await insertPersons(transaction.rows, transaction.house.sealer, [person]).catch(refuseConflict);
    const value = await lockAccount(transaction, id);
    return { value, event: { subjectId: id, effect: { data: { username: prepared.username }, personIds: [id] } } };
  },
});
