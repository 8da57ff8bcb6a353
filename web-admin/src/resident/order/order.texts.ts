/** Words of an order's page. */
export const ORDER_PAGE = {
  number: '点单号',
  now: '现在的情况',
  next: '接下来',
  story: '办理过程',
  asked: '您提交的内容',
  question: '镇街想问您：',
  result: '办理结果',
  unit: '来办理的单位',
  serial: '销号编号',
  rating: '您的评价',
  satisfied: '满意',
  unsatisfied: '不满意',
  stars: (n: number) => `${String(n)}星`,
  gone: '没有找到这张点单，它可能不是您的，或者已经删除。',
  todo: '您可以',
  reason: '说明：',
  photo: (n: number) => `查看照片${String(n)}`,
  done: (label: string) => `“${label}”已办理。`,
  cancel: '先不办',
  sending: '正在提交……',
  unreachable: '没有收到服务器的答复。您填写的内容都还在，请在网络恢复后重新提交；同一份内容不会办理两次。',
  after: (label: string, limit: string) => `提交后：${label}（${limit}内）`,
} as const;

/** What a state means for whoever ordered, and what comes next. */
export const PLAIN: Readonly<Record<string, readonly [now: string, next: string]>> = {
};
