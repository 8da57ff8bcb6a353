import { days, workdays } from '../../../kernel/limit.ts';
import {
  CLOCK,
  defineProcess,
  HELD,
  SAME,
  type ActionOf,
  type RelationOf,
  type StateOf,
} from '../../../kernel/process.ts';

/** States in which the unit is a member. */
export const RUNNING = ['ACTIVE', 'EXPIRING', 'TERMINATING'] as const;
/** States in which nothing of the text may move any more. */
const LAID_OUT = ['TO_SIGN', 'ONE_SIGNED'] as const;
const IN_FORCE = ['ACTIVE', 'EXPIRING'] as const;
const SIDES = ['ALLIANCE_SIDE', 'UNIT_SIDE'] as const;
const HEADS = ['ALLIANCE_HEAD', 'UNIT_HEAD'] as const;

/** 共驻共建协议: from the first draft to the end of the term. A unit is a member of the alliance exactly while it runs. */
// prettier-ignore
export const agreementProcess = defineProcess({
  noun: 'agreement',
  label: '共驻共建协议',
  about: 'A unit and an alliance agree on what each does for the community; while it runs the unit is a member of the alliance.',
  initial: 'DRAFT',
  ends: ['EXPIRED', 'TERMINATED', 'WITHDRAWN'],
  waits: ['DRAFT', 'SIGNED'],
  states: {
    DRAFT:       ['起草中', 'Being written by the side of the alliance; the unit does not see it yet.'],
    NEGOTIATING: ['协商中', 'One side has put a version before the other, who agrees or answers with its own.'],
    TO_SIGN:     ['待签署', 'Both agree on the text; nobody has signed.'],
    ONE_SIGNED:  ['一方已签', 'One side has signed; the other one has not.'],
    SIGNED:      ['已签署', 'Signed by both; waits for the day on which it begins.'],
    ACTIVE:      ['履行中', 'In force: the unit is a member of the alliance.'],
    EXPIRING:    ['即将到期', 'In force; ends within sixty days unless it is renewed.'],
    TERMINATING: ['终止通知期', 'One side gave notice; in force until the notice has run out.'],
    EXPIRED:     ['已到期', 'Its term ended.'],
    TERMINATED:  ['已终止', 'Ended by notice of one side.'],
    WITHDRAWN:   ['已撤回', 'Given up before both had signed.'],
  },
  who: {
    ALLIANCE_SIDE:     ['联盟一方', 'community'],
    ALLIANCE_HEAD:     ['联盟一方负责人', 'community'],
    UNIT_SIDE:         ['单位一方', 'unit'],
    UNIT_HEAD:         ['单位负责人', 'unit'],
    ANSWERING_SIDE:    ['待答复的一方', 'community'],
    SIGNER:            ['待签署的一方负责人', 'community'],
    AMENDMENT_DECIDER: ['待答复变更的一方负责人', 'community'],
    RENEWAL_DECIDER:   ['待答复续签的一方负责人', 'community'],
    NOTICE_GIVER:      ['提出终止的一方负责人', 'unit'],
    STREET_COMMITTEE:  ['镇街党（工）委', 'street'],
  },
  steps: [
    ['DRAFT',                     'edit',             'ALLIANCE_SIDE',             SAME],
    ['DRAFT',                     'send',             'ALLIANCE_SIDE',             'NEGOTIATING'],
    ['DRAFT',                     'withdraw',         'ALLIANCE_SIDE',             'WITHDRAWN'],
    ['NEGOTIATING',               'counter',          'ANSWERING_SIDE',            SAME,          workdays(10)],
    ['NEGOTIATING',               'agree',            'ANSWERING_SIDE',            'TO_SIGN'],
    [['NEGOTIATING', ...LAID_OUT], 'withdraw',        HEADS,                       'WITHDRAWN'],
    ['TO_SIGN',                   'sign',             'SIGNER',                    'ONE_SIGNED',  workdays(10)],
    ['ONE_SIGNED',                'sign',             'SIGNER',                    'SIGNED',      workdays(10)],
    [LAID_OUT,                    'backToTable',      HEADS,                       'NEGOTIATING'],
    [['NEGOTIATING', ...LAID_OUT, 'SIGNED', ...RUNNING], 'nameLiaison', SIDES,     SAME],
    ['SIGNED',                    'takeEffect',       CLOCK,                       'ACTIVE',      days(1)],
    [IN_FORCE,                    'proposeAmendment', HEADS,                       SAME],
    [IN_FORCE,                    'acceptAmendment',  'AMENDMENT_DECIDER',         SAME,          workdays(10)],
    [IN_FORCE,                    'declineAmendment', 'AMENDMENT_DECIDER',         SAME],
    [RUNNING,                     'stateFulfilment',  SIDES,                       SAME],
    [RUNNING,                     'review',           'STREET_COMMITTEE',          SAME,          days(365)],
    ['ACTIVE',                    'nearEnd',          CLOCK,                       'EXPIRING',    days(365)],
    ['EXPIRING',                  'proposeRenewal',   HEADS,                       SAME],
    ['EXPIRING',                  'acceptRenewal',    'RENEWAL_DECIDER',           'ACTIVE',      workdays(10)],
    ['EXPIRING',                  'declineRenewal',   'RENEWAL_DECIDER',           SAME],
    ['EXPIRING',                  'expire',           CLOCK,                       'EXPIRED',     days(60)],
    [IN_FORCE,                    'terminate',        HEADS,                       'TERMINATING'],
    ['TERMINATING',               'recall',           'NOTICE_GIVER',              HELD],
    ['TERMINATING',               'endByNotice',      CLOCK,                       'TERMINATED',  days(30)],
  ],
});

export type AgreementState = StateOf<typeof agreementProcess>;
export type AgreementAction = ActionOf<typeof agreementProcess>;
export type AgreementRelation = RelationOf<typeof agreementProcess>;
