import { defineChoice, type KeyOf } from '../../kernel/choice.ts';

export const DivisionLevel = defineChoice('DivisionLevel', '区划级别 — Rank of a division.', {
  PROVINCE: ['省', 'Province.'],
  CITY: ['市', 'City.'],
  DISTRICT: ['区县', 'District of the city; the house serves one.'],
  STREET: ['街道', 'Street of the district.'],
  TOWN: ['镇', 'Town of the district; ranks with streets.'],
  COMMUNITY: ['社区', 'Urban community.'],
  VILLAGE: ['村', 'Village; ranks with communities.'],
  GRID: ['网格', 'Grid of a community.'],
  BUILDING: ['楼栋', 'Building of a grid.'],
});
export type DivisionLevel = KeyOf<typeof DivisionLevel>;

/** Party organisations of the grid by level; the fourth, the party member's household (党员中心户), is no division. */
export const PartyOrganisation = defineChoice(
  'PartyOrganisation',
  '党组织形式 — How the party is organised at a level.',
  {
    COMMUNITY_PARTY: ['社区党组织', 'Of a community or village.'],
    GRID_BRANCH: ['网格党支部', 'Of a grid.'],
    BUILDING_GROUP: ['楼栋党小组', 'Of a building.'],
  },
);
export type PartyOrganisation = KeyOf<typeof PartyOrganisation>;

/** How the party is organised at each level; nothing above the community. */
export const ORGANISED: Partial<Record<DivisionLevel, PartyOrganisation>> = {
  COMMUNITY: 'COMMUNITY_PARTY',
  VILLAGE: 'COMMUNITY_PARTY',
  GRID: 'GRID_BRANCH',
  BUILDING: 'BUILDING_GROUP',
};
