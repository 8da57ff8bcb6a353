import { defineChoice, type KeyOf } from '../../kernel/choice.ts';
import { enumOf } from '../../platform/graphql/enum.ts';

export const searchNoun = defineChoice('SearchNoun', '查找对象 — What a hit of the search is.', {
  order: ['点单', 'An order.'],
  unit: ['单位', 'A unit.'],
  person: ['工作人员', 'An official, or somebody of a unit.'],
  jointMeeting: ['联席会议', 'A joint meeting.'],
  resolution: ['议定事项', 'A resolution of a joint meeting.'],
  project: ['共建项目', 'A project of the alliance.'],
  need: ['需求', 'A need.'],
  resourceOffer: ['资源', 'What a unit offers.'],
});
export type SearchNoun = KeyOf<typeof searchNoun>;

// Registered when this file is loaded: type-graphql looks enums up while it builds, not afterwards.
export const SearchNounEnum = enumOf(searchNoun);
