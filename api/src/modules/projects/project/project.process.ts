import { days, workdays } from '../../../kernel/limit.ts';
import { CLOCK, defineProcess, SAME, type ActionOf, type RelationOf, type StateOf } from '../../../kernel/process.ts';

const OPEN = ['PROPOSED', 'AGREED'] as const;
const HELD = ['CLAIMED', 'EXECUTING', 'PAUSED'] as const;
const PLANNED = ['PROPOSED', 'AGREED', 'CLAIMED', 'EXECUTING'] as const;

/** 项目清单: what the alliance does about needs, from the proposal to closing it off. */
// prettier-ignore
export const projectProcess = defineProcess({
  noun: 'project',
  label: '共建项目',
  about: 'What the alliance does about needs, with what its units have: agreed, claimed by a unit, delivered, appraised, closed off.',
  initial: 'PROPOSED',
  ends: ['CLEARED', 'ABORTED'],
  states: {
    PROPOSED:  ['待商定', 'Proposed; whoever leads the alliance agrees.'],
    AGREED:    ['待认领', 'On the list; a member unit may claim it.'],
    CLAIMED:   ['已认领', 'A unit took it and has not begun.'],
    EXECUTING: ['实施中', 'The unit is at work.'],
    PAUSED:    ['已暂停', 'Rests until a day comes.'],
    DELIVERED: ['待评估', 'The unit reported it done; the office of the place appraises it.'],
    APPRAISED: ['待销号', 'Found good; those for whom it was done have the word.'],
    CLEARED:   ['已销号', 'Closed off under a serial number.'],
    ABORTED:   ['已终止', 'Given up.'],
  },
  who: {
    PROPOSER:         ['提出人', 'unit'],
    ALLIANCE_SIDE:    ['联盟工作方', 'community'],
    ALLIANCE_HEAD:    ['联盟牵头人', 'community'],
    STREET_COMMITTEE: ['镇街党（工）委', 'street'],
    MEMBER_UNIT:      ['联盟成员单位', 'unit'],
    CLAIMING_UNIT:    ['认领单位', 'unit'],
    BENEFICIARY:      ['受益群众', 'person'],
  },
  steps: [
    // from                       action            who                                               to           within
    ['PROPOSED',                  'edit',           ['PROPOSER', 'ALLIANCE_SIDE'],                    SAME],
    [PLANNED,                     'addMilestone',   ['PROPOSER', 'ALLIANCE_SIDE', 'CLAIMING_UNIT'],   SAME],
    ['PROPOSED',                  'dropMilestone',  ['PROPOSER', 'ALLIANCE_SIDE'],                    SAME],
    ['PROPOSED',                  'agree',          'ALLIANCE_HEAD',                                  'AGREED',    workdays(10)],
    [OPEN,                        'abort',          ['PROPOSER', 'ALLIANCE_HEAD', 'STREET_COMMITTEE'], 'ABORTED'],
    [HELD,                        'abort',          'STREET_COMMITTEE',                               'ABORTED'],
    ['AGREED',                    'claim',          'MEMBER_UNIT',                                    'CLAIMED',   workdays(10)],
    ['CLAIMED',                   'start',          'CLAIMING_UNIT',                                  'EXECUTING', workdays(5)],
    ['CLAIMED',                   'release',        'CLAIMING_UNIT',                                  'AGREED'],
    [HELD,                        'takeBack',       ['ALLIANCE_HEAD', 'STREET_COMMITTEE'],            'AGREED'],
    [['CLAIMED', 'EXECUTING'],    'reserve',        ['CLAIMING_UNIT', 'ALLIANCE_SIDE'],               SAME],
    ['EXECUTING',                 'report',         'CLAIMING_UNIT',                                  SAME,        workdays(22)],
    ['EXECUTING',                 'reachMilestone', 'CLAIMING_UNIT',                                  SAME],
    ['EXECUTING',                 'extend',         ['ALLIANCE_HEAD', 'STREET_COMMITTEE'],            SAME],
    ['EXECUTING',                 'pause',          ['ALLIANCE_HEAD', 'STREET_COMMITTEE'],            'PAUSED'],
    ['PAUSED',                    'resume',         ['CLAIMING_UNIT', 'ALLIANCE_HEAD', 'STREET_COMMITTEE'], 'EXECUTING'],
    ['PAUSED',                    'resumeDue',      CLOCK,                                            'EXECUTING', days(90)],
    ['EXECUTING',                 'deliver',        'CLAIMING_UNIT',                                  'DELIVERED', workdays(20)],
    ['DELIVERED',                 'appraise',       'ALLIANCE_SIDE',                                  'APPRAISED', workdays(3)],
    ['DELIVERED',                 'rework',         'ALLIANCE_SIDE',                                  'EXECUTING'],
    ['APPRAISED',                 'rate',           'BENEFICIARY',                                    SAME],
    ['APPRAISED',                 'recordVoice',    'ALLIANCE_SIDE',                                  SAME],
    ['APPRAISED',                 'clear',          'ALLIANCE_SIDE',                                  'CLEARED',   days(21)],
    ['CLEARED',                   'reopen',         ['ALLIANCE_SIDE', 'STREET_COMMITTEE'],            'EXECUTING'],
  ],
  spans: {
    // The work rests while it is paused; the monthly word too.
    deliver: { over: ['EXECUTING'], pausedIn: ['PAUSED'] },
    report: { over: ['EXECUTING'], pausedIn: ['PAUSED'] },
  },
});

export type ProjectState = StateOf<typeof projectProcess>;
export type ProjectAction = ActionOf<typeof projectProcess>;
export type ProjectRelation = RelationOf<typeof projectProcess>;
