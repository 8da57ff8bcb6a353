import { days, workdays } from '../../../kernel/limit.ts';
import {
  CLOCK,
  defineProcess,
  HOUSE,
  SAME,
  type ActionOf,
  type RelationOf,
  type StateOf,
} from '../../../kernel/process.ts';

/** In office, or away from it for a time. */
const IN_OFFICE = ['ACTIVE', 'SUSPENDED'] as const;
/** Appointed: the letter is accepted. */
const HELD_SEAT = ['ACCEPTED', ...IN_OFFICE] as const;
const SERVING = ['APPOINTEE', 'ACTING', 'BODY_HEAD'] as const;

/**
 * 双向进入、交叉任职: from a seat that is open to the end of a term, both ways. Home is whoever sends somebody, the body is where they sit.
 */
// prettier-ignore
export const appointmentProcess = defineProcess({
  noun: 'appointment',
  label: '交叉任职',
  about: 'A seat is opened, somebody is sent, studied, approved, shown to the public, appointed, and serves a term.',
  initial: 'SEAT_OPEN',
  ends: ['CLOSED', 'REFUSED', 'DECLINED', 'EXPIRED', 'ENDED'],
  states: {
    SEAT_OPEN: ['待选派', 'The seat waits for somebody to be sent.'],
    NOMINATED: ['待研究', 'Somebody was sent; the body studies it.'],
    STUDIED:   ['待批复', 'The street’s party committee decides.'],
    APPROVED:  ['待公示', 'Approved; the community makes it public.'],
    IN_NOTICE: ['公示中', 'People may object.'],
    APPOINTED: ['待受聘', 'The letter waits for the person.'],
    ACCEPTED:  ['待到任', 'The term begins on a day to come.'],
    ACTIVE:    ['任职中', 'In office.'],
    SUSPENDED: ['暂离代理', 'Away for a time; somebody stands in.'],
    VACATED:   ['离任待补', 'The term ended early; a successor is to be asked for.'],
    CLOSED:    ['已关闭', 'Nobody was sent.'],
    REFUSED:   ['未通过', 'Not approved, objected to with reason, or taken back.'],
    DECLINED:  ['未受聘', 'The person did not take it.'],
    EXPIRED:   ['任期届满', 'The term was over.'],
    ENDED:     ['已离任', 'The term ended early, and what follows is settled.'],
  },
  who: {
    SENDER:           ['选派人', 'unit'],
    BODY_HEAD:        ['任职组织负责人', 'community'],
    HOME_HEAD:        ['派出方负责人', 'unit'],
    COMMUNITY:        ['社区', 'community'],
    COMMUNITY_HEAD:   ['社区党组织书记', 'community'],
    STREET_COMMITTEE: ['镇街党（工）委', 'street'],
    APPOINTEE:        ['任职人', 'person'],
    ACTING:           ['代理人', 'person'],
    NEIGHBOUR:        ['本社区群众', 'person'],
  },
  steps: [
    // from         action              who                        to           within
    ['SEAT_OPEN',   'nominate',         'SENDER',                  'NOMINATED', workdays(10)],
    ['SEAT_OPEN',   'closeSeat',        'COMMUNITY_HEAD',          'CLOSED'],
    ['NOMINATED',   'study',            'BODY_HEAD',               'STUDIED',   workdays(5)],
    ['NOMINATED',   'sendBack',         'BODY_HEAD',               'SEAT_OPEN'],
    ['NOMINATED',   'withdraw',         'SENDER',                  'SEAT_OPEN'],
    ['STUDIED',     'approve',          'STREET_COMMITTEE',        'APPROVED',  workdays(5)],
    ['STUDIED',     'refuse',           'STREET_COMMITTEE',        'REFUSED'],
    ['APPROVED',    'publicise',        'COMMUNITY',               'IN_NOTICE', workdays(5)],
    ['IN_NOTICE',   'objectTo',         'NEIGHBOUR',               SAME],
    ['IN_NOTICE',   'dismissObjection', 'STREET_COMMITTEE',        SAME,        workdays(5)],
    ['IN_NOTICE',   'upholdObjection',  'STREET_COMMITTEE',        'REFUSED'],
    ['IN_NOTICE',   'noticeEnds',       CLOCK,                     'APPOINTED', workdays(5)],
    ['APPOINTED',   'accept',           'APPOINTEE',               'ACCEPTED',  workdays(5)],
    ['APPOINTED',   'decline',          'APPOINTEE',               'DECLINED'],
    ['APPOINTED',   'revoke',           'STREET_COMMITTEE',        'REFUSED'],
    ['ACCEPTED',    'takeOffice',       CLOCK,                     'ACTIVE',    days(1)],
    [IN_OFFICE,     'consult',          SERVING,                   SAME,        days(92)],
    [IN_OFFICE,     'report',           SERVING,                   SAME],
    [IN_OFFICE,     'dispatch',         SERVING,                   SAME],
    [IN_OFFICE,     'review',           ['BODY_HEAD', 'HOME_HEAD'], SAME,       days(365)],
    ['ACTIVE',      'leave',            ['BODY_HEAD'],             'SUSPENDED'],
    ['SUSPENDED',   'return',           ['APPOINTEE', 'BODY_HEAD'], 'ACTIVE',   days(30)],
    [IN_OFFICE,     'renew',            'COMMUNITY_HEAD',          SAME],
    // The warnings before the end, 60, 30 and 7 days, and the end itself: one clock, which sets itself again.
    [IN_OFFICE,     'remind',           CLOCK,                     SAME,        days(30)],
    [IN_OFFICE,     'expire',           HOUSE,                     'EXPIRED'],
    [HELD_SEAT,     'resign',           'APPOINTEE',               'VACATED'],
    [HELD_SEAT,     'transfer',         'HOME_HEAD',               'VACATED'],
    [HELD_SEAT,     'recall',           'HOME_HEAD',               'VACATED'],
    [HELD_SEAT,     'remove',           'STREET_COMMITTEE',        'VACATED'],
    ['VACATED',     'replace',          'COMMUNITY_HEAD',          'ENDED',     workdays(10)],
    ['VACATED',     'leaveVacant',      'COMMUNITY_HEAD',          'ENDED'],
  ],
});

export type AppointmentState = StateOf<typeof appointmentProcess>;
export type AppointmentAction = ActionOf<typeof appointmentProcess>;
export type AppointmentRelation = RelationOf<typeof appointmentProcess>;
