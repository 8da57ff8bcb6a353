export { allianceOf, INSERT_ALLIANCES } from './alliance-of.ts';
export { findAlliance } from './alliance.reads.ts';
export { ALLIANCE_COLUMNS, type AllianceRow } from './alliance.row.ts';
export { Alliance, allianceById } from './alliance.shape.ts';
export { memberUnits, type MemberUnit } from './member.reads.ts';
