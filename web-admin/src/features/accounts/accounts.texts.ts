/** Words of accounts and posts. */
export const ACCOUNTS = {
  title: '账号与身份',
  filters: '筛选账号',
  search: '姓名、用户名或拼音首字母',
  state: '状态',
  empty: '没有符合条件的账号',
  create: '新建账号',
  open: (name: string) => `查看${name}的账号`,
  named: (name: string, username: string | null) => (username ? `${name}（${username}）` : name),
  noPosts: '没有身份',
  username: '用户名',
  created: '建立时间',
  lastLogin: '最近登录',
  never: '从未登录',
  lockedUntil: '多次输错密码，暂停登录至',
  posts: '身份',
  postOf: (role: string, scope: string) => `${role}，${scope}`,
  since: (day: string) => `${day}起`,
  until: (day: string) => `至${day}`,
  lock: '停用账号',
  unlock: '恢复账号',
  setPassword: '重设密码',
  grant: '授予身份',
  end: '终止身份',
} as const;

export const ACCOUNT_STATES = { ACTIVE: '正常', LOCKED: '停用' } as const;
