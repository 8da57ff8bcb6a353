import { defineChoice, type KeyOf } from '../../../kernel/choice.ts';

export const BodyKind = defineChoice('BodyKind', '组织类别 — What kind of body people hold seats in.', {
  COMMUNITY_COMMITTEE: ['社区党组织委员会', 'Committee of the party organisation of a community.'],
  PROPERTY_COMMITTEE: ['社区物业管理委员会', 'Cadres, property staff, residents and the community police.'],
  SELF_GOVERNING_BODY: ['居民小区自治组织', 'Self-governing body of the residents of an estate.'],
  GRID_BRANCH: ['网格党支部', 'Party branch of a grid.'],
  UNIT_PARTY: ['单位党组织', 'Party organisation of a unit.'],
});
export type BodyKind = KeyOf<typeof BodyKind>;
