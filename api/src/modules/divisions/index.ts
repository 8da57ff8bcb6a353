export { labelOf, liesIn, pathOf, placesOf } from './code.ts';
export { DivisionLevel, PartyOrganisation } from './level.choice.ts';
export { DIVISION_COLUMNS, divisionOf, INSERT_DIVISIONS, type DivisionRow, type KeptDivision } from './division.row.ts';
export { findDivision } from './division.reads.ts';
export { reasons as divisionReasons } from './division.reasons.ts';
export { Division, divisionByCode } from './division.shape.ts';
