import { workdays } from '../../../kernel/limit.ts';
import { defineProcess, HOUSE, SAME, type ActionOf, type RelationOf, type StateOf } from '../../../kernel/process.ts';

const LIVE = ['OFFERED', 'AVAILABLE', 'PAUSED'] as const;

/** 资源清单: what a unit gives to its neighbours, from the first word to the last. */
// prettier-ignore
export const offerProcess = defineProcess({
  noun: 'resourceOffer',
  label: '资源清单',
  about: 'A unit offers what it has, the office of the place makes sure of it, members book it.',
  initial: 'OFFERED',
  ends: ['WITHDRAWN'],
  states: {
    OFFERED:   ['待核实', 'Entered by the unit; the office of the place looks at it.'],
    AVAILABLE: ['可预约', 'On the list; can be booked.'],
    PAUSED:    ['已暂停', 'On the list, and not to be booked for the time being.'],
    WITHDRAWN: ['已撤回', 'No longer on the list.'],
  },
  who: {
    UNIT:     ['提供单位', 'unit'],
    VERIFIER: ['属地核实人', 'community'],
    MEMBER:   ['联盟成员', 'unit'],
    OVERSEER: ['镇街党（工）委', 'street'],
  },
  steps: [
    // from                     action           who                     to           within
    ['OFFERED',                 'verify',        'VERIFIER',             'AVAILABLE', workdays(5)],
    ['OFFERED',                 'sendBack',      'VERIFIER',             SAME],
    [LIVE,                      'edit',          'UNIT',                 SAME],
    ['OFFERED',                 'revise',        'UNIT',                 SAME],
    // Another kind or amount is looked at anew.
    [['AVAILABLE', 'PAUSED'],   'revise',        'UNIT',                 'OFFERED'],
    [LIVE,                      'addHours',      'UNIT',                 SAME],
    [LIVE,                      'clearHours',    'UNIT',                 SAME],
    ['AVAILABLE',               'pause',         ['UNIT', 'OVERSEER'],   'PAUSED'],
    ['PAUSED',                  'resume',        'UNIT',                 'AVAILABLE'],
    [LIVE,                      'withdraw',      'UNIT',                 'WITHDRAWN'],
    // The agreement on which it hung has ended.
    [LIVE,                      'lapse',         HOUSE,                  'WITHDRAWN'],
    [LIVE,                      'revealContact', ['UNIT', 'VERIFIER', 'MEMBER', 'OVERSEER'], SAME],
  ],
});

export type OfferState = StateOf<typeof offerProcess>;
export type OfferAction = ActionOf<typeof offerProcess>;
export type OfferRelation = RelationOf<typeof offerProcess>;
