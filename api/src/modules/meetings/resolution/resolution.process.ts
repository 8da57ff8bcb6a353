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

/** Whoever keeps the record of the meeting. */
const RECORD = ['RECORDER', 'CONVENER'] as const;
/** States in which the unit owes the work. */
export const OWED = ['OBJECTED', 'ACCEPTED', 'IN_PROGRESS'] as const;
/** States between the issue of the minutes and an end. */
export const OPEN = ['DISPATCHED', ...OWED, 'TO_CHECK', 'TO_CLEAR'] as const;

/** 议定事项: from the record of a meeting to reading out at a later one. Fixed days take the place of some limits (resolution.case.ts). */
// prettier-ignore
export const resolutionProcess = defineProcess({
  noun: 'resolution',
  label: '议定事项',
  about: 'What a joint meeting resolved: a unit answers for it until it is closed off.',
  initial: 'RECORDED',
  ends: ['CLEARED', 'DROPPED', 'CANCELLED', 'SUPERSEDED'],
  states: {
    RECORDED:    ['已记录', 'Recorded at the meeting; goes out with the minutes.'],
    DROPPED:     ['已删除', 'Taken out of the record before the minutes were issued.'],
    DISPATCHED:  ['已交办', 'Issued with the minutes; the leading unit accepts or objects.'],
    OBJECTED:    ['有异议', 'The leading unit objects; the street decides.'],
    ACCEPTED:    ['已承接', 'The leading unit has accepted, in words or by silence.'],
    IN_PROGRESS: ['办理中', 'The unit works on it.'],
    TO_CHECK:    ['待核查', 'The unit reported it done; somebody else checks.'],
    TO_CLEAR:    ['待销号', 'Checked; to be read out at a later meeting or told by circular.'],
    CLEARED:     ['已销号', 'Closed off under a serial number.'],
    CANCELLED:   ['已取消', 'The street took it back after an objection.'],
    SUPERSEDED:  ['已被替代', 'A later resolution stands in its place.'],
  },
  who: {
    RECORDER:         ['记录人', 'community'],
    CONVENER:         ['召集人', 'community'],
    LEAD_UNIT:        ['牵头单位', 'unit'],
    LEAD_UNIT_HEAD:   ['牵头单位负责人', 'unit'],
    CHECKER:          ['核查人', 'community'],
    COMMUNITY_WORKER: ['社区干部', 'community'],
    STREET_COMMITTEE: ['镇街党（工）委', 'street'],
  },
  steps: [
    // from                       action            who                              to              within
    ['RECORDED',                  'edit',           RECORD,                          SAME],
    ['RECORDED',                  'drop',           RECORD,                          'DROPPED'],
    [['RECORDED', 'OBJECTED'],    'dispatch',       HOUSE,                           'DISPATCHED'],
    ['DISPATCHED',                'accept',         'LEAD_UNIT_HEAD',                'ACCEPTED'],
    ['DISPATCHED',                'object',         'LEAD_UNIT_HEAD',                'OBJECTED'],
    ['DISPATCHED',                'acceptSilently', CLOCK,                           'ACCEPTED',     workdays(2)],
    ['OBJECTED',                  'confirm',        'STREET_COMMITTEE',              'DISPATCHED',   workdays(2)],
    ['OBJECTED',                  'changeUnit',     'STREET_COMMITTEE',              SAME],
    ['OBJECTED',                  'cancel',         'STREET_COMMITTEE',              'CANCELLED'],
    ['ACCEPTED',                  'start',          'LEAD_UNIT',                     'IN_PROGRESS'],
    ['ACCEPTED',                  'spawnOrder',     'COMMUNITY_WORKER',              'IN_PROGRESS'],
    ['IN_PROGRESS',               'spawnOrder',     'COMMUNITY_WORKER',              SAME],
    ['ACCEPTED',                  'spawnProject',   ['LEAD_UNIT', 'CONVENER'],       'IN_PROGRESS'],
    ['IN_PROGRESS',               'spawnProject',   ['LEAD_UNIT', 'CONVENER'],       SAME],
    [OWED,                        'markOverdue',    CLOCK,                           SAME,           days(30)],
    ['IN_PROGRESS',               'report',         'LEAD_UNIT',                     SAME,           days(30)],
    ['IN_PROGRESS',               'requestExtend',  'LEAD_UNIT',                     SAME],
    ['IN_PROGRESS',               'grantExtend',    'STREET_COMMITTEE',              SAME,           workdays(2)],
    ['IN_PROGRESS',               'refuseExtend',   'STREET_COMMITTEE',              SAME],
    ['IN_PROGRESS',               'finish',         'LEAD_UNIT',                     'TO_CHECK',     days(30)],
    ['TO_CHECK',                  'pass',           'CHECKER',                       'TO_CLEAR',     workdays(3)],
    ['TO_CHECK',                  'rework',         'CHECKER',                       'IN_PROGRESS'],
    ['TO_CLEAR',                  'clear',          'CONVENER',                      'CLEARED'],
    ['TO_CLEAR',                  'sendBack',       'CONVENER',                      'IN_PROGRESS'],
    ['CLEARED',                   'reopen',         ['CONVENER', 'STREET_COMMITTEE'], 'IN_PROGRESS'],
    [OPEN,                        'supersede',      'CONVENER',                      'SUPERSEDED'],
  ],
  spans: {
    finish: { over: ['ACCEPTED', 'IN_PROGRESS'], pausedIn: [] },
  },
});

export type ResolutionState = StateOf<typeof resolutionProcess>;
export type ResolutionAction = ActionOf<typeof resolutionProcess>;
export type ResolutionRelation = RelationOf<typeof resolutionProcess>;
