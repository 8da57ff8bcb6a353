/** What can be given, and asked for: offers and needs speak of the same kinds. */
export const RESOURCE_KINDS = {
  VENUE: '场地',
  SKILL: '技能',
  PEOPLE: '人员',
  GOODS: '物资',
  FUNDS_IN_KIND: '实物资助',
  SERVICE: '服务',
} as const;

export const RESOURCES = {
  amountOf: (amount: number, measure: string) => `${String(amount)}${measure}`,
  until: '至',
} as const;
