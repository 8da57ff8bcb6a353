import { defineChoice, type KeyOf } from '../../kernel/choice.ts';

export const Carrier = defineChoice('SessionCarrier', '携带方式 — How the session travels with later requests.', {
  COOKIE: ['浏览器', 'In a cookie that no script can read; the payload holds no token.'],
  BEARER: ['程序', 'As `Authorization: Bearer <token>`; the token is in the payload, once.'],
});
export type Carrier = KeyOf<typeof Carrier>;

export const PersonKind = defineChoice('PersonKind', '人员类别 — How a person is registered.', {
  RESIDENT: ['居民', 'Registered by phone; known to others by a masked name.'],
  STAFF: ['工作人员', 'Has an account with a user name; known by name.'],
});
export type PersonKind = KeyOf<typeof PersonKind>;

export const AccountState = defineChoice('AccountState', '账号状态 — Whether an account may sign in.', {
  ACTIVE: ['正常', 'May sign in.'],
  LOCKED: ['停用', 'Locked by the security administrator.'],
});
export type AccountState = KeyOf<typeof AccountState>;
