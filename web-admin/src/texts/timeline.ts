export const TIMELINE = {
  title: '办理过程',
  nothing: '还没有办理记录',
  by: (who: string) => `办理人：${who}`,
  reason: '理由：',
  unit: '单位：',
} as const;
