/** What becomes of a resolution: acts and the days after the meeting on which they are done. */
export type Plot = readonly (readonly [action: keyof typeof FORMS, day: number])[];

export const FORMS = {
  accept: {},
  object: { reason: '本单位没有相应资质和人员，建议由更合适的成员单位牵头。' },
  cancel: { reason: '经研究，该事项已由上级专项工程统一安排。' },
  start: { text: '已明确专人负责，本周现场勘查。' },
  report: { percent: 60, text: '已完成勘查和备料，正在组织施工。', photos: [] },
  finish: {
    result: '已按要求完成并投入使用，居民反映良好。',
    evidenceText: '完工确认单和照片已存社区档案。',
    photos: [],
  },
  pass: { onSite: true, finding: '现场查看，与填报情况一致。', photos: [] },
  clear: { circular: '已书面通报全体成员单位，无异议。', publicNotice: true },
} as const;

/** Of the meeting before last: one is closed off, one is overdue. The minutes were counted as agreed by silence, and so was the work. */
export const EARLIER: readonly Plot[] = [
  [['start', 20], ['finish', 30], ['pass', 32], ['clear', 36]],
  [['start', 20], ['report', 34]],
]; // prettier-ignore

/** Of the last meeting: one plot for each alliance in turn. */
export const LATER: readonly Plot[] = [
  [['accept', 3], ['start', 5], ['finish', 12], ['pass', 14]],
  [['accept', 3], ['start', 5], ['finish', 12]],
  [['accept', 3], ['start', 5], ['report', 8]],
  [['object', 3]],
  [['object', 3], ['cancel', 4]],
  [['accept', 3]],
  [],
]; // prettier-ignore

export interface Matter {
  readonly title: string;
  readonly about: string;
  readonly text: string;
  readonly deliverable: string;
}

export const MATTERS: readonly Matter[] = [
  { title: '背街小巷夜间照明', about: '部分巷道路灯老化，夜间出行不便，请研究改造办法。', text: '更换背街小巷老旧路灯，先行改造两条巷道。', deliverable: '两条巷道路灯更换完毕' },
  { title: '老旧楼院消防通道', about: '消防通道被杂物和车辆占用，请研究长效管理办法。', text: '清理消防通道并施划禁停标线。', deliverable: '通道畅通、标线清晰' },
  { title: '红色驿站错时开放', about: '户外劳动者希望中午和晚间也能使用驿站。', text: '红色驿站中午和晚间错时开放，配备饮水和急救用品。', deliverable: '开放时间公示并执行' },
  { title: '周末健康义诊', about: '居民希望在家门口就近做常规检查。', text: '每月组织一次周末健康义诊。', deliverable: '义诊计划和首场活动' },
  { title: '非机动车停放和充电', about: '楼道停放充电存在安全隐患，请研究集中停放点选址。', text: '新建集中充电停放点。', deliverable: '停放点投入使用' },
  { title: '四点半课堂场地', about: '放学后托管场地不足，请有条件的单位支持。', text: '开放会议室作为四点半课堂活动场地。', deliverable: '场地开放、课表公布' },
]; // prettier-ignore
