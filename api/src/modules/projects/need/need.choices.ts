import { defineChoice, type KeyOf } from '../../../kernel/choice.ts';

export const needOwner = defineChoice('NeedOwner', '需求主体 — Whose need it is.', {
  RESIDENTS: ['居民群众', 'Of residents.'],
  COMMUNITY: ['社区（街道）', 'Of the community, or of the street or town.'],
  UNIT: ['驻区单位', 'Of a unit of the alliance.'],
});
export type NeedOwner = KeyOf<typeof needOwner>;

export const needSource = defineChoice('NeedSource', '需求来源 — How the need became known.', {
  HOME_VISIT: ['民情走访', 'Heard on a round of visits.'],
  FORM: ['需求征集表', 'Written on a form.'],
  DELIBERATION: ['民情议事会', 'Raised at a meeting of residents.'],
  ORDERS: ['群众点单', 'Gathered from orders that ask for the same.'],
});

export const needUrgency = defineChoice('NeedUrgency', '紧迫程度 — How soon it is wanted.', {
  NORMAL: ['一般', 'Whenever it can be had.'],
  SOON: ['较急', 'Within some weeks.'],
  URGENT: ['紧急', 'At once.'],
});

export const needPrivacy = defineChoice('NeedPrivacy', '公开范围 — Who may read a published need.', {
  PUBLIC: ['向社会公开', 'Whoever is signed in.'],
  ALLIANCE: ['联盟内公开', 'The members of the alliance and the officials of the place.'],
  INSIDERS: ['仅工作人员', 'The officials of the place, whose need it is, and the unit that helps.'],
});

/** Why an offer fits a need, or does not. */
export const matchFit = defineChoice('MatchFit', '匹配情况 — What speaks for an offer, or against it.', {
  KIND: ['资源类型相符', 'Of the kind that is wanted.'],
  OTHER_KIND: ['资源类型不同，服务类别相同', 'Of another kind, for the same category.'],
  CATEGORY: ['服务类别相符', 'For the same category.'],
  ANY_CATEGORY: ['不限服务类别', 'For any category.'],
  OTHER_CATEGORY: ['服务类别不同', 'For another category.'],
  SAME_COMMUNITY: ['就在本社区', 'Serves this community.'],
  SAME_STREET: ['服务全镇街', 'Serves the whole street, whose need it is.'],
  WHOLE_STREET: ['服务全镇街，含本社区', 'Serves the street in which the community lies.'],
  PART_OF_STREET: ['只服务镇街内一个社区', 'Serves one community of the street.'],
  FREE: ['所需时段开放且空闲', 'Open and free when it is wanted.'],
  ANY_TIME: ['需求未限定时间', 'The need names no time.'],
  CLOSED_THEN: ['所需时段空闲，但不在开放时间内', 'Free when it is wanted, but not open.'],
  TAKEN: ['所需时段已被预约', 'Taken when it is wanted.'],
  KEEPS: ['以往预约履约良好', 'The unit has kept what it promised.'],
  KEEPS_MOSTLY: ['以往预约多数履约', 'The unit has kept most of what it promised.'],
  KEEPS_SELDOM: ['以往预约履约较少', 'The unit has kept little of what it promised.'],
  NO_RECORD: ['尚无履约记录', 'Nothing is known of the unit yet.'],
});

export const needSort = defineChoice('NeedSort', '排序 — Order of a list of needs.', {
  NEWEST: ['最新在前', 'By creation, newest first.'],
  DUE_FIRST: ['最急在前', 'By the end of the leading duty; those without one last.'],
});
