export { allianceOf, INSERT_ALLIANCES } from './alliance-of.ts';
export { allianceById, alliancesOfUnit, findAlliance } from './alliance.reads.ts';
export { ALLIANCE_COLUMNS, type AllianceRow, type MemberRow } from './alliance.row.ts';
export { AllianceType } from './alliance.type.ts';
export { memberUnits, type MemberUnit } from './member.reads.ts';
