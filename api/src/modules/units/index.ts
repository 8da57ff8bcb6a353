export { CATEGORY_COLUMNS, INSERT_CATEGORIES, type CategoryRow } from './category.row.ts';
export { categoryByCode, findCategory, limitsOfCategory, listCategories } from './category.reads.ts';
export { ServiceCategoryType } from './category.type.ts';
export { UnitKind, UnitState } from './unit.choice.ts';
export { areasOfUnit, capabilitiesOfUnit, findUnit, unitById, unitNameOf } from './unit.reads.ts';
export { keptUnit, UNIT_COLUMNS, WRITE_UNITS, type KeptUnit, type UnitRow } from './unit.row.ts';
export { reasons as unitReasons } from './unit.reasons.ts';
export { UnitType } from './unit.type.ts';
