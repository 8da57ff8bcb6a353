import { INSERT_CATEGORIES, type CategoryRow } from '../api/src/modules/units/index.ts';
import type { Sql } from './sql.ts';

type Line = readonly [
  code: string,
  name: string,
  group: string,
  about: string,
  limits?: Readonly<Record<string, string>>,
];

// Categories name a service, never a kind of person: nobody is labelled by what they ask for.
// prettier-ignore
const CATEGORIES: readonly Line[] = [
  ['ELDER_SERVICE',     '助老服务',     '关爱服务', '助餐助浴、陪诊代买、上门探访等为老服务'],
  ['CARE_SUPPORT',      '关爱帮扶',     '关爱服务', '生活照料、物资帮扶、成长陪伴等关爱服务'],
  ['ACCESSIBILITY',     '助残服务',     '关爱服务', '无障碍改造、辅具借用、出行协助等服务'],
  ['MIND_CARE',         '心理关爱',     '关爱服务', '心理疏导、情绪陪伴、危机干预转介'],
  ['RENTAL_SAFETY',     '出租屋安全',   '平安守护', '出租屋用电用气、消防通道、租住登记等安全服务'],
  ['SMALL_VENUE_SAFETY', '三小场所安全', '平安守护', '小档口、小作坊、小娱乐场所的安全检查与整改指导'],
  ['FIRE_SAFETY',       '消防安全',     '平安守护', '消防器材检查、飞线充电劝导、演练宣传', { finish: '3WD' }],
  ['PUBLIC_ORDER',      '治安防范',     '平安守护', '反诈宣传、邻里守望、门禁与照明隐患处理'],
  ['EMERGENCY_AID',     '应急救助',     '平安守护', '停水停电、积水倒树、突发困难等紧急情况的先期处置', { approve: '4H', flagUnclaimed: '4H', finish: '24H' }],
  ['PROPERTY_SERVICE',  '物业服务',     '居住环境', '小区保洁、门岗、停车、收费公示等物业事项'],
  ['ENVIRONMENT',       '环境卫生',     '居住环境', '垃圾清运、楼道清理、绿化养护、除害消杀'],
  ['HOUSE_REPAIR',      '房屋维修',     '居住环境', '屋面漏水、管道堵塞、水电小修等', { finish: '15WD' }],
  ['PUBLIC_FACILITY',   '公共设施',     '居住环境', '路灯、井盖、健身器材、坡道扶手等设施维护', { finish: '15WD' }],
  ['AFTER_SCHOOL',      '四点半课堂',   '文化教育', '放学后托管、作业辅导、兴趣课程'],
  ['CULTURE_SPORT',     '文体活动',     '文化教育', '演出、读书、健身、节庆等活动'],
  ['SKILL_TRAINING',    '技能培训',     '文化教育', '手机使用、家政、急救等实用技能培训'],
  ['MEDIATION',         '矛盾调解',     '法治服务', '邻里、婚姻家庭、租赁等纠纷的调解'],
  ['LEGAL_ADVICE',      '法律咨询',     '法治服务', '法律解答、文书指引、法律援助转介'],
  ['HEALTH_CLINIC',     '健康义诊',     '健康服务', '义诊、体检、慢病随访、健康讲座'],
  ['POLICY_ADVICE',     '政策咨询',     '政务服务', '社保、医保、救助、住房等政策解答'],
  ['EMPLOYMENT',        '就业帮扶',     '政务服务', '岗位推荐、求职指导、创业咨询'],
  ['ERRAND',            '便民代办',     '政务服务', '材料代交、证件代办、生活缴费等代办帮办', { finish: '5WD' }],
];

/** Enters the categories of service. What is there already stays as it is. */
export async function seedCategories(sql: Sql): Promise<void> {
  const rows = CATEGORIES.map(([code, name, groupName, about, limits = {}], index): CategoryRow => {
    return { code, name, groupName, about, limits, active: true, position: (index + 1) * 10 };
  });
  await sql.query(`${INSERT_CATEGORIES} ON CONFLICT (code) DO NOTHING`, [JSON.stringify(rows)]);
}
