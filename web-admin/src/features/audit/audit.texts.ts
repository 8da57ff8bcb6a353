/** Words of the audit log. */
export const AUDIT = {
  title: '审计记录',
  filters: '筛选审计记录',
  kind: '类别',
  what: '事项',
  from: '自',
  until: '至',
  empty: '没有符合条件的记录',
  export: '导出Excel',
  system: '系统',
  code: (code: string) => `拒绝代码：${code}`,
  reason: (reason: string) => `理由：${reason}`,
  subject: (subject: string) => `对象：${subject}`,
  request: (id: string) => `请求编号：${id}`,
  detail: '详情',
} as const;

export const AUDIT_KINDS = { DONE: '已办理', REFUSED: '被拒绝', READ: '查看隐私', LOGIN_FAILED: '登录失败' } as const;
