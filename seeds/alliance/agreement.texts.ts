import type { UnitKind } from '../../api/src/modules/units/index.ts';

/** What a kind of unit brings into an alliance, and what it asks for. */
interface Part {
  readonly gives: readonly string[];
  readonly asks: string;
}

const PARTS: Readonly<Record<UnitKind, Part>> = {
  GOVERNMENT_ORGAN: { gives: ['政策宣讲每季度一次', '选派党员干部到社区报到服务', '协调解决跨部门事项'], asks: '社区提供报到服务岗位' },
  DEPARTMENT: { gives: ['业务咨询进社区每月一次', '牵头办理职责范围内的群众诉求', '指导社区开展专项工作'], asks: '社区协助收集群众意见' },
  PUBLIC_INSTITUTION: { gives: ['开放活动场地', '组织文化活动每月一场', '提供专业培训'], asks: '社区协助组织居民参加活动' },
  ENTERPRISE: { gives: ['提供应急抢修力量', '优先招用本地居民', '资助公益活动物资'], asks: '社区协调施工与进出场地' },
  NEW_ORGANISATION: { gives: ['为行动不便的居民上门服务', '提供优惠服务项目', '参与志愿服务'], asks: '社区提供便民服务点位' },
  PROPERTY_COMPANY: { gives: ['公共设施报修二十四小时响应', '配合消防安全检查', '开放物业用房作议事场所'], asks: '社区协调业主意见' },
  OWNERS_COMMITTEE: { gives: ['组织业主参与议事', '协助调解邻里矛盾', '公开小区公共收益'], asks: '社区指导规范换届' },
  POLICE_STATION: { gives: ['社区民警每周驻点', '防范诈骗宣讲每季度一次', '协助排查出租房屋隐患'], asks: '社区共享网格巡查信息' },
  SCHOOL: { gives: ['周末开放操场', '组织学生志愿服务', '开设家庭教育讲座'], asks: '社区维护上下学秩序' },
  HOSPITAL: { gives: ['义诊进社区每月一次', '健康讲座每季度一次', '为老年居民建立健康档案'], asks: '社区协助通知居民' },
  SOCIAL_ORGANISATION: { gives: ['组织志愿服务队', '开展心理疏导', '链接公益资源'], asks: '社区提供活动场地' },
}; // prettier-ignore

export const givenBy = (kind: UnitKind): readonly string[] => PARTS[kind].gives;

/** A clause as verbs are given it: its name in the first line. */
const clause = (title: string, text: string) => `${title}\n${text}`;

/** The text that the alliance puts before a unit. */
export function clausesFor(kind: UnitKind, unit: string, alliance: string): readonly string[] {
  const { gives, asks } = PARTS[kind];
  return [
    clause('共建目标', `${unit}加入${alliance}，与社区组织共建、资源共享、难题共解、服务共办。`),
    clause('资源清单', `${unit}承诺：${gives.slice(0, 2).join('；')}。`),
    clause('需求清单', `${asks}；社区每年征集居民需求，列入需求清单。`),
    clause('项目清单', '双方每年至少认领并完成一个共建项目，完成后由居民评议。'),
    clause('联络机制', '双方各确定一名联络员，每月沟通一次；重要事项提交联席会议研究。'),
    clause('履约评议', '每年开展一次履约评议，评议结果向联盟成员公开。'),
  ];
}

/** What the unit would rather have. */
export function counteredBy(kind: UnitKind, clauses: readonly string[]): readonly string[] {
  const [, , third] = PARTS[kind].gives;
  return clauses.map((text) => {
    if (text.startsWith('资源清单')) return text.replace('。', `；${third!}。`);
    return text.startsWith('项目清单') ? text.replace('至少认领并完成一个', '至少参与一个') : text;
  });
}

/** A change that was agreed later. */
export const amended = (clauses: readonly string[]): readonly string[] => [
  ...clauses.filter((text) => !text.startsWith('联络机制')),
  clause('联络机制', '双方各确定一名联络员，每两周沟通一次；紧急事项随时联系，重要事项提交联席会议研究。'),
  clause('应急联动', '遇有突发事件，双方按照属地指挥参加应急处置。'),
];

/** What each side says it promised and did in a year. */
export const fulfilled = (kind: UnitKind, kept: boolean): readonly string[] => {
  const [first, second] = PARTS[kind].gives;
  return [
    clause(first!, kept ? '按计划完成，居民反映较好。' : '全年只完成了计划的一半。'),
    clause(second!, kept ? '按约定开展，有活动记录。' : '因人员调整没有开展。'),
  ];
};

export const ALLIANCE_DID: readonly string[] = [
  clause('征集居民需求', '上半年和下半年各征集一次，已列入需求清单。'),
  clause('协助组织居民参加活动', '每次活动均在网格群通知，并安排人员到场。'),
];

export const NOTES = ['请贵单位审阅，有意见可直接提出修改文本。', '根据单位实际作了调整，请审阅。', '经双方商量，补充应急联动内容。'] as const; // prettier-ignore
export const WHY_ENDED = [
  '单位即将迁出本辖区，不再具备共建条件。',
  '单位职责调整，改由上级单位统一参加共建。',
] as const;
export const WHY_RECALLED = '经沟通单位决定留在本辖区，继续履行协议。';
export const WHY_WITHDRAWN = '单位正在办理合并，待机构明确后再行协商。';
export const WARNING = '有一项承诺没有开展，另一项只完成一半，请在下一年度补上。';
export const PRAISE = '两方承诺的事项均已完成，居民评议良好。';
