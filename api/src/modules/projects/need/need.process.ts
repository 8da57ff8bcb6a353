import { workdays } from '../../../kernel/limit.ts';
import { defineProcess, HOUSE, SAME, type ActionOf, type RelationOf, type StateOf } from '../../../kernel/process.ts';

/** 需求清单: what residents, a community or a unit lack, until somebody gives it. */
// prettier-ignore
export const needProcess = defineProcess({
  noun: 'need',
  label: '需求',
  about: 'What residents, the community or a unit lack: collected, reviewed, matched with what units offer, fulfilled.',
  initial: 'COLLECTED',
  ends: ['FULFILLED', 'WITHDRAWN'],
  states: {
    COLLECTED: ['待审核', 'Taken down; the street reviews it.'],
    PUBLISHED: ['待对接', 'On the list; something is looked for that answers it.'],
    MATCHED:   ['已对接', 'A booking, an order or a project answers it.'],
    UNMET:     ['暂未满足', 'Nobody can give it at present.'],
    FULFILLED: ['已满足', 'Those who wanted it have it.'],
    WITHDRAWN: ['已撤回', 'Not wanted any more.'],
  },
  who: {
    COLLECTOR:        ['采集人', 'community'],
    OWNER_UNIT:       ['需求单位', 'unit'],
    ALLIANCE_SIDE:    ['联盟工作方', 'community'],
    STREET_REVIEWER:  ['镇街审单员', 'street'],
    STREET_COMMITTEE: ['镇街党（工）委', 'street'],
  },
  steps: [
    // from                                action          who                                               to           within
    ['COLLECTED',                          'edit',         ['COLLECTOR', 'OWNER_UNIT', 'ALLIANCE_SIDE'],     SAME],
    ['COLLECTED',                          'review',       'STREET_REVIEWER',                                'PUBLISHED', workdays(2)],
    ['COLLECTED',                          'sendBack',     'STREET_REVIEWER',                                SAME],
    ['PUBLISHED',                          'acceptMatch',  ['ALLIANCE_SIDE', 'OWNER_UNIT'],                  'MATCHED',   workdays(10)],
    ['PUBLISHED',                          'declareUnmet', ['STREET_REVIEWER', 'STREET_COMMITTEE'],          'UNMET'],
    ['MATCHED',                            'fulfil',       ['ALLIANCE_SIDE', 'OWNER_UNIT'],                  'FULFILLED', workdays(5)],
    ['MATCHED',                            'rematch',      ['ALLIANCE_SIDE', 'OWNER_UNIT'],                  'PUBLISHED'],
    ['UNMET',                              'republish',    ['ALLIANCE_SIDE', 'STREET_REVIEWER', 'STREET_COMMITTEE'], 'PUBLISHED'],
    [['COLLECTED', 'PUBLISHED', 'UNMET'],  'withdraw',     ['COLLECTOR', 'OWNER_UNIT', 'ALLIANCE_SIDE'],     'WITHDRAWN'],
    // A project that was made for it is claimed, given up, closed off.
    [['PUBLISHED', 'UNMET'],               'takeUp',       HOUSE,                                            'MATCHED'],
    ['MATCHED',                            'letGo',        HOUSE,                                            'PUBLISHED'],
    ['MATCHED',                            'settle',       HOUSE,                                            'FULFILLED'],
  ],
});

export type NeedState = StateOf<typeof needProcess>;
export type NeedAction = ActionOf<typeof needProcess>;
export type NeedRelation = RelationOf<typeof needProcess>;
