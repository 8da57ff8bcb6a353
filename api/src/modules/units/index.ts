export { CATEGORY_COLUMNS, INSERT_CATEGORIES, type CategoryRow } from './category.row.ts';
export { findCategory, limitsOfCategory } from './category.reads.ts';
export { ServiceCategory } from './category.shape.ts';
export { UnitKind, UnitState } from './unit.choice.ts';
export { findUnit, unitNameOf } from './unit.reads.ts';
export { keptUnit, UNIT_COLUMNS, WRITE_UNITS, type KeptUnit, type UnitRow } from './unit.row.ts';
export { reasons as unitReasons } from './unit.reasons.ts';
export { Unit, unitById } from './unit.shape.ts';
