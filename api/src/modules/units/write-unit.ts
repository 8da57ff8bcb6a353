import { codeOf } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { reasons } from './unit.reasons.ts';
import { keptUnit, UNIT_COLUMNS, WRITE_UNITS, type UnitRow } from './unit.row.ts';

/** What a unit can do and where it serves, by code; null leaves it as it is. */
export interface UnitLinks {
  readonly capabilities: readonly string[] | null;
  readonly areas: readonly string[] | null;
}

const UNIQUE_VIOLATION = '23505';

/** Writes a unit and its links. Refuses codes that do not exist and a name that another unit has. */
export async function writeUnit(
  unit: UnitRow,
  { capabilities, areas }: UnitLinks,
  transaction: Transaction,
): Promise<void> {
  await checkDivisions('division', [unit.divisionCode], transaction);
  await checkDivisions('areas', areas ?? [], transaction);
  await checkCategories(capabilities ?? [], transaction);
  await transaction.rows('write-units', WRITE_UNITS, [JSON.stringify([keptUnit(unit)])]).catch((error: unknown) => {
    // The refusal rolls the transaction back, so that nothing more is asked of it.
    if (codeOf(error) === UNIQUE_VIOLATION)
      reasons.refuse('UNIT_NAME_TAKEN', { path: ['input', 'name'], values: { name: unit.name } });
    throw error;
  });
  if (capabilities) await transaction.rows('set-capabilities', SET_CAPABILITIES, [unit.id, capabilities]);
  if (areas) await transaction.rows('set-areas', SET_AREAS, [unit.id, areas]);
}

const SET_CAPABILITIES = `
  WITH gone AS (DELETE FROM unit_capability WHERE unit_id = $1::uuid AND category_code <> ALL ($2::text[]))
  INSERT INTO unit_capability (unit_id, category_code) SELECT $1::uuid, unnest($2::text[]) ON CONFLICT DO NOTHING`;
const SET_AREAS = `
  WITH gone AS (DELETE FROM unit_area WHERE unit_id = $1::uuid AND division_code <> ALL ($2::text[]))
  INSERT INTO unit_area (unit_id, division_code) SELECT $1::uuid, unnest($2::text[]) ON CONFLICT DO NOTHING`;

async function checkDivisions(
  field: 'division' | 'areas',
  codes: readonly string[],
  transaction: Transaction,
): Promise<void> {
  const text = `SELECT code FROM unnest($1::text[]) AS asked (code) WHERE NOT EXISTS (SELECT FROM division d WHERE d.code = asked.code)`;
  const [unknown] = await transaction.rows<{ code: string }>('unknown-divisions', text, [codes]);
  if (unknown) reasons.refuse('UNIT_DIVISION_UNKNOWN', { path: ['input', field], values: { code: unknown.code } });
}

async function checkCategories(codes: readonly string[], transaction: Transaction): Promise<void> {
  const text = `SELECT code FROM unnest($1::text[]) AS asked (code)
    WHERE NOT EXISTS (SELECT FROM service_category c WHERE c.code = asked.code AND c.active)`;
  const [unknown] = await transaction.rows<{ code: string }>('unknown-categories', text, [codes]);
  if (unknown) reasons.refuse('CATEGORY_UNKNOWN', { path: ['input', 'capabilities'], values: { code: unknown.code } });
}

/** The unit, locked until the transaction ends. Refuses when there is none. */
export async function lockUnit(id: string, transaction: Transaction): Promise<UnitRow> {
  const text = `SELECT ${UNIT_COLUMNS} FROM unit u WHERE u.id = $1 FOR NO KEY UPDATE`;
  const [unit] = await transaction.rows<UnitRow>('lock-unit', text, [id]);
  return unit ?? reasons.refuse('UNIT_UNKNOWN', { path: ['input', 'unitId'] });
}
