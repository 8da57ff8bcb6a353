import { defineChoice, type KeyOf } from '../../../kernel/choice.ts';
import type { Role } from '../../../kernel/viewer.ts';
import type { UnitKind } from '../../units/index.ts';
import type { BodyKind } from '../body/body.choice.ts';

export const SeatDirection = defineChoice('SeatDirection', '任职方向 — Which way somebody crosses.', {
  INBOUND: ['进入社区', 'From a unit into a body of the community.'],
  OUTBOUND: ['进入单位', 'From the community into the party organisation of a unit.'],
  OWN: ['社区自有', 'Of the community itself: its cadres and residents.'],
});
export type SeatDirection = KeyOf<typeof SeatDirection>;

export const SeatKind = defineChoice('SeatKind', '席位类别 — As what somebody sits in a body.', {
  PART_TIME_MEMBER: ['兼职委员', 'Part-time member of the community’s party committee, sent by a unit.'],
  PARTY_ADVISER: ['党建指导员', 'Adviser of a unit’s party organisation, sent by a community.'],
  CADRE: ['社区干部', 'Cadre of the community.'],
  PROPERTY_STAFF: ['物业服务人员', 'Staff of the property company.'],
  POLICE: ['社区民警', 'Police officer of the community.'],
  OWNER_MEMBER: ['业委会成员', 'Member of an owners’ committee.'],
  RESIDENT_MEMBER: ['居民代表', 'Resident of the community.'],
  UNIT_MEMBER: ['驻区单位代表', 'Sent by a unit that sits in the community.'],
});
export type SeatKind = KeyOf<typeof SeatKind>;

export const SeatSource = defineChoice('SeatSource', '来源单位类别 — From what kind of unit somebody comes.', {
  POLICE: ['公安派出所', 'Police station.'],
  PROPERTY: ['物业公司', 'Property management company.'],
  OWNERS: ['业委会', 'Owners’ committee.'],
  RESIDENT_UNIT: ['驻区单位', 'Any other unit.'],
});
export type SeatSource = KeyOf<typeof SeatSource>;

/** Kinds of unit that count as a source of their own; every other is a resident unit. */
export const UNITS_OF_SOURCE: Readonly<Partial<Record<UnitKind, SeatSource>>> = {
  POLICE_STATION: 'POLICE',
  PROPERTY_COMPANY: 'PROPERTY',
  OWNERS_COMMITTEE: 'OWNERS',
};

export const sourceOf = (kind: UnitKind): SeatSource => UNITS_OF_SOURCE[kind] ?? 'RESIDENT_UNIT';

/** What follows from the kind of a seat. */
export interface SeatRule {
  readonly direction: SeatDirection;
  readonly bodies: readonly BodyKind[];
  /** From what kind of unit the holder comes, where the kind says so. */
  readonly source?: SeatSource;
  /** The post that goes with it. */
  readonly role?: Role;
  /** Posts at the community that whoever comes out of it must hold. */
  readonly from?: readonly Role[];
}

const MIXED = ['PROPERTY_COMMITTEE', 'SELF_GOVERNING_BODY', 'GRID_BRANCH'] as const;
const CADRES = ['COMMUNITY_WORKER', 'COMMUNITY_SECRETARY'] as const;

export const SEAT_RULES: Readonly<Record<SeatKind, SeatRule>> = {
  PART_TIME_MEMBER: { direction: 'INBOUND', bodies: ['COMMUNITY_COMMITTEE'], role: 'COMMITTEE_MEMBER' },
  PARTY_ADVISER: { direction: 'OUTBOUND', bodies: ['UNIT_PARTY'], role: 'PARTY_ADVISER', from: CADRES },
  CADRE: { direction: 'OWN', bodies: MIXED, from: CADRES },
  PROPERTY_STAFF: { direction: 'INBOUND', bodies: ['PROPERTY_COMMITTEE', 'SELF_GOVERNING_BODY'], source: 'PROPERTY' },
  POLICE: { direction: 'INBOUND', bodies: ['PROPERTY_COMMITTEE', 'GRID_BRANCH'], source: 'POLICE' },
  OWNER_MEMBER: { direction: 'INBOUND', bodies: ['PROPERTY_COMMITTEE', 'SELF_GOVERNING_BODY'], source: 'OWNERS' },
  RESIDENT_MEMBER: { direction: 'OWN', bodies: MIXED, from: ['RESIDENT'] },
  UNIT_MEMBER: { direction: 'INBOUND', bodies: MIXED, source: 'RESIDENT_UNIT' },
};
