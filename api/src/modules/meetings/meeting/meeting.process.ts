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

/** Everybody who may bring something before the meeting. */
const PROPOSERS = ['MEMBER_UNIT', 'COMMITTEE_MEMBER', 'COMMUNITY', 'STREET', 'CONVENER'] as const;
/** Whoever keeps the record: the recorder, and the convener who answers for it. */
const RECORD = ['RECORDER', 'CONVENER'] as const;
const COMING = ['NOTICED', 'IN_SESSION'] as const;

/**
 * 联席会议: from the planning over the sitting to the issued minutes. Where the table says a limit, the meeting itself mostly has a fixed
 * day for it (meeting.case.ts).
 */
// prettier-ignore
export const meetingProcess = defineProcess({
  noun: 'jointMeeting',
  label: '联席会议',
  about: 'The alliance of a street or community meets: topics, notice, sitting, minutes, countersigning, issue.',
  initial: 'TOPICS_OPEN',
  ends: ['ISSUED', 'CANCELLED'],
  states: {
    TOPICS_OPEN:   ['征集议题', 'Planned; members propose topics.'],
    NOTICED:       ['已通知', 'The agenda is locked and every entitled unit has the notice.'],
    IN_SESSION:    ['会议中', 'The meeting sits.'],
    MINUTES_DRAFT: ['纪要起草', 'Adjourned; the minutes are being written.'],
    COUNTERSIGN:   ['纪要会签', 'The units that attended sign the minutes or object.'],
    ISSUED:        ['已印发', 'The minutes are issued and cannot be changed any more.'],
    CANCELLED:     ['已取消', 'Did not take place.'],
  },
  who: {
    CONVENER:            ['召集人', 'community'],
    RECORDER:            ['记录人', 'community'],
    MEMBER_UNIT:         ['成员单位', 'unit'],
    ATTENDING_UNIT_HEAD: ['到会单位负责人', 'unit'],
    COMMITTEE_MEMBER:    ['兼职委员', 'person'],
    COMMUNITY:           ['社区', 'community'],
    STREET:              ['镇街', 'street'],
  },
  steps: [
    // from                         action              who                    to               within
    ['TOPICS_OPEN',                 'edit',             'CONVENER',            SAME],
    ['TOPICS_OPEN',                 'proposeTopic',     PROPOSERS,             SAME],
    ['TOPICS_OPEN',                 'withdrawTopic',    PROPOSERS,             SAME],
    ['TOPICS_OPEN',                 'carryOver',        'CONVENER',            SAME],
    ['TOPICS_OPEN',                 'arrangeTopic',     'CONVENER',            SAME],
    ['TOPICS_OPEN',                 'setTopicAside',    'CONVENER',            SAME],
    ['TOPICS_OPEN',                 'lockAgenda',       'CONVENER',            'NOTICED',       workdays(3)],
    [['TOPICS_OPEN', ...COMING],    'nameRecorder',     'CONVENER',            SAME],
    [['TOPICS_OPEN', 'NOTICED'],    'cancel',           'CONVENER',            'CANCELLED'],
    ['NOTICED',                     'reply',            'MEMBER_UNIT',         SAME],
    ['NOTICED',                     'closeReplies',     CLOCK,                 SAME,            workdays(1)],
    ['NOTICED',                     'postpone',         'CONVENER',            SAME],
    [COMING,                        'invite',           'CONVENER',            SAME],
    [COMING,                        'checkIn',          'MEMBER_UNIT',         SAME],
    [COMING,                        'signInFor',        RECORD,                SAME],
    ['NOTICED',                     'open',             'CONVENER',            'IN_SESSION',    workdays(1)],
    ['IN_SESSION',                  'vote',             'MEMBER_UNIT',         SAME],
    ['IN_SESSION',                  'recordOutcome',    RECORD,                SAME],
    ['IN_SESSION',                  'adjourn',          'CONVENER',            'MINUTES_DRAFT', days(1)],
    ['MINUTES_DRAFT',               'saveMinutes',      RECORD,                SAME],
    ['MINUTES_DRAFT',               'sendForCountersign', RECORD,              'COUNTERSIGN',   workdays(3)],
    ['COUNTERSIGN',                 'countersign',      'ATTENDING_UNIT_HEAD', SAME],
    ['COUNTERSIGN',                 'object',           'ATTENDING_UNIT_HEAD', SAME],
    ['COUNTERSIGN',                 'settle',           'CONVENER',            SAME,            workdays(2)],
    ['COUNTERSIGN',                 'redraft',          'CONVENER',            'MINUTES_DRAFT'],
    ['COUNTERSIGN',                 'silence',          CLOCK,                 SAME,            workdays(3)],
    ['COUNTERSIGN',                 'issue',            HOUSE,                 'ISSUED'],
    ['ISSUED',                      'addErratum',       'CONVENER',            SAME],
  ],
});

export type MeetingState = StateOf<typeof meetingProcess>;
export type MeetingAction = ActionOf<typeof meetingProcess>;
export type MeetingRelation = RelationOf<typeof meetingProcess>;
