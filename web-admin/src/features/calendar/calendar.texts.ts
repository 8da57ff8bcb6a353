/** Words of the calendar of working days. */
export const CALENDAR = {
  title: '工作日历',
  year: (year: number) => `${String(year)}年`,
  month: (month: number) => `${String(month)}月`,
  previous: '上一年',
  next: '下一年',
  publish: '公布年度日历',
  source: (source: string) => `依据：${source}`,
  none: '这一年的放假安排还没有公布，期限暂按周六、周日休息计算，公布后自动更正。',
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  legend: '图例',
  holiday: '放假',
  workday: '调休上班',
  weekend: '周末休息',
  ordinary: '工作日',
  signs: { HOLIDAY: '休', WORKDAY: '班', WEEKEND: '·', ORDINARY: '' },
  dayOf: (date: string, word: string, name: string) => [date, word, name].filter(Boolean).join('，'),
} as const;
