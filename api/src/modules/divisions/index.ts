export { labelOf, liesIn, pathOf, placesOf } from './code.ts';
export { DivisionLevel, PartyOrganisation, partyOrganisationOf } from './level.choice.ts';
export { DIVISION_COLUMNS, divisionOf, INSERT_DIVISIONS, type DivisionRow, type KeptDivision } from './division.row.ts';
export { divisionByCode, divisionsBelow, findDivision } from './division.reads.ts';
export { reasons as divisionReasons } from './division.reasons.ts';
export { DivisionType } from './division.type.ts';
