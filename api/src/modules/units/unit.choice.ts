import { defineChoice, type KeyOf } from '../../kernel/choice.ts';

export const UnitKind = defineChoice('UnitKind', '单位性质 — What kind of organisation a unit is.', {
  GOVERNMENT_ORGAN: ['机关', 'Organ of the party or the government.'],
  DEPARTMENT: ['部门', 'Department of the district; answers whistles.'],
  PUBLIC_INSTITUTION: ['事业单位', 'Public institution.'],
  ENTERPRISE: ['企业', 'State-owned or collective enterprise.'],
  NEW_ORGANISATION: ['两新组织', 'Non-public enterprise or new social organisation.'],
  PROPERTY_COMPANY: ['物业公司', 'Property management company.'],
  OWNERS_COMMITTEE: ['业委会', "Owners' committee of an estate."],
  POLICE_STATION: ['派出所', 'Police station.'],
  SCHOOL: ['学校', 'School or kindergarten.'],
  HOSPITAL: ['医院', 'Hospital or community health centre.'],
  SOCIAL_ORGANISATION: ['社会组织', 'Social organisation, social work station or volunteer team.'],
});
export type UnitKind = KeyOf<typeof UnitKind>;

export const UnitState = defineChoice('UnitState', '单位状态 — Whether a unit takes part.', {
  ACTIVE: ['正常', 'Takes part.'],
  SUSPENDED: ['停用', 'Is no longer offered anything new; what it holds stays with it.'],
});
export type UnitState = KeyOf<typeof UnitState>;

export const LimitUnit = defineChoice('LimitUnit', '时限单位 — What a limit counts.', {
  WORKDAYS: ['个工作日', 'Working days of the Chinese calendar.'],
  DAYS: ['天', 'Calendar days.'],
  HOURS: ['小时', 'Hours on the wall clock.'],
  MINUTES: ['分钟', 'Minutes on the wall clock.'],
});
export type LimitUnit = KeyOf<typeof LimitUnit>;
