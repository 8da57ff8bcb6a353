export { allianceOf, INSERT_ALLIANCES } from './alliance-of.ts';
export { findAlliance } from './alliance.reads.ts';
export { ALLIANCE_COLUMNS, type AllianceRow } from './alliance.row.ts';
export { Alliance, allianceById } from './alliance.shape.ts';
export { INSERT_KEPT_AGREEMENTS, type KeptAgreement } from './agreement/agreement.kept.ts';
export { agreementFor, type RunningAgreement } from './agreement/agreement.reads.ts';
export { isMember, membersOf, memberUnits, type MemberUnit } from './member.reads.ts';
