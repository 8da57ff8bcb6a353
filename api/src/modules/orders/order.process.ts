import { days, workdays } from '../../kernel/limit.ts';
import {
  CLOCK,
  defineProcess,
  HELD,
  SAME,
  type ActionOf,
  type RelationOf,
  type StateOf,
} from '../../kernel/process.ts';

/** States in which work on the order goes on. */
const WORKING = ['CLAIMED', 'IN_PROGRESS', 'RELEASE_PENDING', 'SUSPEND_PENDING', 'SUSPENDED'] as const;
/** States in which somebody in the house still owes the resident something. */
const RUNNING = ['SUBMITTED', 'OPEN', ...WORKING, 'DONE_PENDING_CHECK', 'DISPUTED'] as const;
const SENT = [
  'SUBMITTED',
  'NEED_INFO',
  'OPEN',
  ...WORKING,
  'DONE_PENDING_CHECK',
  'AWAITING_RATING',
  'DISPUTED',
] as const;
/** Everybody who asked for it, or speaks for somebody who did. */
const SPEAKERS = ['ORDERER', 'MERGED_ORDERER', 'ENTERER'] as const;
const STAFF = ['STREET_REVIEWER', 'STREET_COMMITTEE', 'COMMUNITY_WORKER'] as const;

const FOLLOWERS = ['ORDERER', 'MERGED_ORDERER', ...STAFF, 'ELIGIBLE_UNIT', 'SUPERVISOR', 'NEIGHBOUR'] as const;

/**
 * 群众点单、镇街审单、单位领单: from a resident's request to closing it off (销号).
 * The limits are defaults; a category may set its own.
 */
// prettier-ignore
export const orderProcess = defineProcess({
  noun: 'order',
  label: '点单',
  about: 'A resident orders a service, the street reviews it, a unit of the alliance claims and fulfils it.',
  initial: 'DRAFT',
  ends: ['WITHDRAWN', 'REJECTED', 'MERGED', 'REFERRED', 'CLEARED'],
  waits: ['DRAFT', 'NEED_INFO', 'AWAITING_RATING', 'CLEARED'],
  states: {
    DRAFT:              ['草稿', 'Being written; seen by whoever writes it.'],
    SUBMITTED:          ['待审单', 'Waits for the review of the street.'],
    NEED_INFO:          ['待补充', 'The reviewer asked the resident for more.'],
    OPEN:               ['待领单', 'Published to the units of its audience.'],
    CLAIMED:            ['已领单', 'A unit has taken it and plans the work.'],
    IN_PROGRESS:        ['办理中', 'The unit works on it.'],
    RELEASE_PENDING:    ['退单待审', 'The unit asked to give it back.'],
    SUSPEND_PENDING:    ['挂账待审', 'The unit asked to let it rest.'],
    SUSPENDED:          ['挂账中', 'Rests until a condition is met or a day comes.'],
    DONE_PENDING_CHECK: ['待核查', 'The unit reported it done; the community checks.'],
    AWAITING_RATING:    ['待评价', 'Checked; the resident has the word.'],
    DISPUTED:           ['有争议', 'The resident is not satisfied; the street decides.'],
    CLEARED:            ['已销号', 'Closed off under a serial number.'],
    WITHDRAWN:          ['已撤回', 'Taken back before anybody claimed it.'],
    REJECTED:           ['不予受理', 'The street did not take it.'],
    MERGED:             ['已并单', 'Goes on within another order.'],
    REFERRED:           ['已转办', 'Goes on with another body.'],
  },
  who: {
    ORDERER:           ['点单人', 'person'],
    MERGED_ORDERER:    ['并单点单人', 'person'],
    ENTERER:           ['代录人', 'community'],
    STREET_REVIEWER:   ['镇街审单员', 'street'],
    STREET_COMMITTEE:  ['镇街党（工）委', 'street'],
    RELEASE_DECIDER:   ['退单裁定人', 'street'],
    EXTENSION_DECIDER: ['延期审批人', 'street'],
    ELIGIBLE_UNIT:     ['可领单位', 'unit'],
    CLAIMING_UNIT:     ['承办单位', 'unit'],
    INVITED_UNIT:      ['受邀协办单位', 'unit'],
    COMMUNITY_WORKER:  ['属地社区', 'community'],
    SUPERVISOR:        ['督查专班', 'district'],
    NEIGHBOUR:         ['同社区居民', 'person'],
  },
  steps: [
    // from                                        action              who                                    to                    within
    ['DRAFT',                                      'edit',             ['ORDERER', 'ENTERER'],                SAME],
    ['DRAFT',                                      'submit',           ['ORDERER', 'ENTERER'],                'SUBMITTED'],
    [['DRAFT', 'SUBMITTED', 'NEED_INFO', 'OPEN'],  'withdraw',         ['ORDERER', 'ENTERER'],                'WITHDRAWN'],
    ['SUBMITTED',                                  'approve',          'STREET_REVIEWER',                     'OPEN',               workdays(1)],
    ['SUBMITTED',                                  'askMore',          'STREET_REVIEWER',                     'NEED_INFO'],
    ['SUBMITTED',                                  'reject',           'STREET_REVIEWER',                     'REJECTED'],
    ['NEED_INFO',                                  'answer',           ['ORDERER', 'ENTERER'],                'SUBMITTED'],
    ['NEED_INFO',                                  'lapse',            CLOCK,                                 'SUBMITTED',          days(5)],
    ['REJECTED',                                   'appeal',           ['ORDERER', 'ENTERER'],                'SUBMITTED'],
    [['SUBMITTED', 'OPEN'],                        'merge',            'STREET_REVIEWER',                     'MERGED'],
    ['MERGED',                                     'unmerge',          'STREET_REVIEWER',                     HELD],
    [['SUBMITTED', 'OPEN'],                        'refer',            ['STREET_REVIEWER', 'STREET_COMMITTEE'], 'REFERRED'],
    ['OPEN',                                       'claim',            'ELIGIBLE_UNIT',                       'CLAIMED'],
    ['OPEN',                                       'claimJoint',       'ELIGIBLE_UNIT',                       'CLAIMED'],
    ['OPEN',                                       'flagUnclaimed',    CLOCK,                                 SAME,                 workdays(2)],
    ['OPEN',                                       'assign',           ['STREET_REVIEWER', 'STREET_COMMITTEE'], 'CLAIMED',          workdays(1)],
    ['OPEN',                                       'widen',            ['STREET_REVIEWER', 'STREET_COMMITTEE'], SAME],
    ['OPEN',                                       'propose',          ['STREET_REVIEWER', 'STREET_COMMITTEE'], SAME],
    [['CLAIMED', 'IN_PROGRESS'],                   'acceptShare',      'INVITED_UNIT',                        SAME,                 workdays(1)],
    [['CLAIMED', 'IN_PROGRESS'],                   'declineShare',     'INVITED_UNIT',                        SAME],
    ['CLAIMED',                                    'start',            'CLAIMING_UNIT',                       'IN_PROGRESS',        workdays(3)],
    [['CLAIMED', 'IN_PROGRESS'],                   'requestRelease',   'CLAIMING_UNIT',                       'RELEASE_PENDING'],
    ['RELEASE_PENDING',                            'acceptRelease',    'RELEASE_DECIDER',                     'OPEN',               workdays(1)],
    ['RELEASE_PENDING',                            'refuseRelease',    'RELEASE_DECIDER',                     HELD],
    ['IN_PROGRESS',                                'requestExtend',    'CLAIMING_UNIT',                       SAME],
    ['IN_PROGRESS',                                'grantExtend',      'EXTENSION_DECIDER',                   SAME,                 workdays(1)],
    ['IN_PROGRESS',                                'refuseExtend',     'EXTENSION_DECIDER',                   SAME],
    ['IN_PROGRESS',                                'requestSuspend',   'CLAIMING_UNIT',                       'SUSPEND_PENDING'],
    ['SUSPEND_PENDING',                            'grantSuspend',     'STREET_REVIEWER',                     'SUSPENDED',          workdays(1)],
    ['SUSPEND_PENDING',                            'refuseSuspend',    'STREET_REVIEWER',                     'IN_PROGRESS'],
    ['SUSPENDED',                                  'resume',           ['CLAIMING_UNIT', 'STREET_REVIEWER'],  'IN_PROGRESS'],
    ['SUSPENDED',                                  'resumeDue',        CLOCK,                                 'IN_PROGRESS',        days(30)],
    ['IN_PROGRESS',                                'report',           'CLAIMING_UNIT',                       SAME,                 workdays(5)],
    ['IN_PROGRESS',                                'finish',           'CLAIMING_UNIT',                       'DONE_PENDING_CHECK', workdays(7)],
    ['DONE_PENDING_CHECK',                         'pass',             'COMMUNITY_WORKER',                    'AWAITING_RATING',    workdays(2)],
    ['DONE_PENDING_CHECK',                         'rework',           'COMMUNITY_WORKER',                    'IN_PROGRESS'],
    ['AWAITING_RATING',                            'rate',             SPEAKERS,                              SAME],
    ['AWAITING_RATING',                            'dispute',          SPEAKERS,                              'DISPUTED'],
    ['AWAITING_RATING',                            'clear',            CLOCK,                                 'CLEARED',            days(14)],
    ['DISPUTED',                                   'respond',          'CLAIMING_UNIT',                       SAME],
    ['DISPUTED',                                   'redo',             'STREET_REVIEWER',                     'IN_PROGRESS',        workdays(2)],
    ['DISPUTED',                                   'returnToPool',     'STREET_REVIEWER',                     'OPEN'],
    ['DISPUTED',                                   'closeDispute',     'STREET_REVIEWER',                     'CLEARED'],
    ['CLEARED',                                    'evaluate',         'STREET_COMMITTEE',                    SAME],
    ['CLEARED',                                    'reopen',           [...SPEAKERS, 'STREET_REVIEWER'],      'OPEN'],
    ['CLEARED',                                    'reopenWithUnit',   [...SPEAKERS, 'STREET_REVIEWER'],      'IN_PROGRESS'],
    [RUNNING,                                      'urge',             SPEAKERS,                              SAME],
    [RUNNING,                                      'supervise',        ['SUPERVISOR', 'STREET_COMMITTEE'],    SAME],
    [SENT,                                         'replySupervision', ['CLAIMING_UNIT', 'STREET_REVIEWER'],  SAME,                 workdays(1)],
    [SENT,                                         'note',             [...STAFF, 'CLAIMING_UNIT', 'SUPERVISOR'], SAME],
    [SENT,                                         'follow',           FOLLOWERS, SAME],
    [SENT,                                         'unfollow',         FOLLOWERS, SAME],
    [SENT,                                         'revealContact',    [...STAFF, 'CLAIMING_UNIT'],           SAME],
    // The unit reaches the resident until the order is closed off, and not afterwards.
    ['CLEARED',                                    'revealContact',    STAFF,                                 SAME],
  ],
  spans: {
    // Neither asking for more nor asking to give it back gives anybody more time.
    approve: { over: ['SUBMITTED'], pausedIn: ['NEED_INFO'] },
    start: { over: ['CLAIMED', 'RELEASE_PENDING'], pausedIn: [] },
    finish: { over: ['CLAIMED', 'IN_PROGRESS', 'RELEASE_PENDING', 'SUSPEND_PENDING'], pausedIn: ['SUSPENDED'] },
    report: { over: ['IN_PROGRESS', 'RELEASE_PENDING', 'SUSPEND_PENDING'], pausedIn: ['SUSPENDED'] },
  },
});

export type OrderState = StateOf<typeof orderProcess>;
export type OrderAction = ActionOf<typeof orderProcess>;
export type OrderRelation = RelationOf<typeof orderProcess>;
