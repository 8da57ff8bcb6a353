import type { UnitKind } from '../api/src/modules/units/index.ts';

/** A kind of unit to invent: what follows the name of the place, and what such a unit can do. */
export interface Template {
  readonly kind: UnitKind;
  readonly name: string;
  readonly abilities: readonly string[];
}

const template = (kind: UnitKind, name: string, ...abilities: string[]): Template => ({ kind, name, abilities });

/** Departments of the district: one of each. */
// prettier-ignore
export const DEPARTMENTS: readonly Template[] = [
  template('DEPARTMENT', '民政部门', 'ELDER_SERVICE', 'CARE_SUPPORT', 'ACCESSIBILITY', 'POLICY_ADVICE'),
  template('DEPARTMENT', '人社部门', 'EMPLOYMENT', 'SKILL_TRAINING', 'POLICY_ADVICE'),
  template('DEPARTMENT', '住建部门', 'HOUSE_REPAIR', 'PUBLIC_FACILITY', 'PROPERTY_SERVICE'),
  template('DEPARTMENT', '城管部门', 'ENVIRONMENT', 'PUBLIC_FACILITY'),
  template('DEPARTMENT', '卫健部门', 'HEALTH_CLINIC', 'MIND_CARE'),
  template('DEPARTMENT', '教育部门', 'AFTER_SCHOOL', 'CULTURE_SPORT'),
  template('DEPARTMENT', '司法行政部门', 'LEGAL_ADVICE', 'MEDIATION'),
  template('DEPARTMENT', '应急管理部门', 'EMERGENCY_AID', 'SMALL_VENUE_SAFETY', 'FIRE_SAFETY'),
  template('DEPARTMENT', '市场监管部门', 'SMALL_VENUE_SAFETY', 'POLICY_ADVICE'),
  template('DEPARTMENT', '文旅部门', 'CULTURE_SPORT'),
  template('DEPARTMENT', '消防救援部门', 'FIRE_SAFETY', 'EMERGENCY_AID', 'RENTAL_SAFETY'),
  template('GOVERNMENT_ORGAN', '职工服务组织', 'EMPLOYMENT', 'CARE_SUPPORT', 'CULTURE_SPORT'),
  template('GOVERNMENT_ORGAN', '青年服务组织', 'AFTER_SCHOOL', 'CARE_SUPPORT'),
  template('GOVERNMENT_ORGAN', '妇女儿童服务组织', 'MEDIATION', 'CARE_SUPPORT', 'MIND_CARE'),
];

/** One of each for every street and town. */
// prettier-ignore
export const STREET_UNITS: readonly Template[] = [
  template('POLICE_STATION', '派出所', 'PUBLIC_ORDER', 'RENTAL_SAFETY', 'MEDIATION', 'SMALL_VENUE_SAFETY'),
  template('GOVERNMENT_ORGAN', '司法所', 'MEDIATION', 'LEGAL_ADVICE', 'POLICY_ADVICE'),
  template('SCHOOL', '第一小学', 'AFTER_SCHOOL', 'CULTURE_SPORT', 'MIND_CARE'),
  template('SCHOOL', '中学', 'CULTURE_SPORT', 'MIND_CARE', 'SKILL_TRAINING'),
  template('HOSPITAL', '卫生服务中心', 'HEALTH_CLINIC', 'ELDER_SERVICE', 'MIND_CARE'),
  template('PUBLIC_INSTITUTION', '综合文化站', 'CULTURE_SPORT', 'SKILL_TRAINING', 'AFTER_SCHOOL'),
  template('SOCIAL_ORGANISATION', '社会工作站', 'CARE_SUPPORT', 'ELDER_SERVICE', 'MIND_CARE', 'ACCESSIBILITY', 'ERRAND'),
  template('ENTERPRISE', '供水供热服务公司', 'HOUSE_REPAIR', 'EMERGENCY_AID', 'PUBLIC_FACILITY'),
];

/** One of each for every urban community. */
// prettier-ignore
export const COMMUNITY_UNITS: readonly Template[] = [
  template('PROPERTY_COMPANY', '物业服务公司', 'PROPERTY_SERVICE', 'ENVIRONMENT', 'HOUSE_REPAIR', 'PUBLIC_FACILITY', 'FIRE_SAFETY'),
  template('OWNERS_COMMITTEE', '业主委员会', 'PROPERTY_SERVICE', 'MEDIATION', 'ENVIRONMENT'),
];

/** Some of these for every urban community, in turn. */
// prettier-ignore
export const OTHER_UNITS: readonly Template[] = [
  template('NEW_ORGANISATION', '便民超市', 'ERRAND', 'ELDER_SERVICE', 'CARE_SUPPORT'),
  template('SOCIAL_ORGANISATION', '志愿服务队', 'CARE_SUPPORT', 'ELDER_SERVICE', 'ENVIRONMENT', 'ACCESSIBILITY', 'ERRAND'),
  template('NEW_ORGANISATION', '家电维修服务部', 'HOUSE_REPAIR', 'ERRAND'),
  template('SCHOOL', '幼儿园', 'AFTER_SCHOOL', 'CULTURE_SPORT'),
  template('NEW_ORGANISATION', '律师服务点', 'LEGAL_ADVICE', 'MEDIATION'),
  template('HOSPITAL', '口腔门诊', 'HEALTH_CLINIC'),
  template('NEW_ORGANISATION', '家政服务公司', 'ELDER_SERVICE', 'ENVIRONMENT', 'SKILL_TRAINING'),
  template('ENTERPRISE', '银行网点', 'POLICY_ADVICE', 'PUBLIC_ORDER', 'SKILL_TRAINING'),
  template('SOCIAL_ORGANISATION', '老年助餐点', 'ELDER_SERVICE', 'CARE_SUPPORT'),
];
