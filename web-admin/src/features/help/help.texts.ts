/** Words around the manuals. The manuals themselves are in `docs/manual`. */
export const HELP = {
  title: '帮助',
  open: '帮助：使用手册',
  manuals: '使用手册',
  yours: '（您的手册）',
  contents: '本页内容',
  print: '打印手册',
  missing: '没有这本手册。',
} as const;

/** What the manual for each kind of user is called. */
export const MANUAL_TITLES = {
  resident: '居民手册',
  unit: '成员单位手册',
  community: '社区手册',
  street: '镇街手册',
  district: '区级督查手册',
  administrators: '管理员手册',
} as const;
