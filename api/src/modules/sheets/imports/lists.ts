import { searchForm } from '../../../kernel/text.ts';
import type { Database } from '../../../platform/database/database.ts';
import { DIVISION_COLUMNS, type DivisionRow } from '../../divisions/index.ts';
import { cellReasons } from '../sheet.reasons.ts';

interface Named {
  readonly code: string;
  readonly name: string;
}

/** What the cells of a row may speak of, by the names that people write. */
export interface Lists {
  division(text: string): string;
  category(text: string): string;
  unit(text: string): string;
  /** For the lists of a template. */
  readonly divisions: readonly { readonly level: DivisionRow['level']; readonly shown: string }[];
  readonly categories: readonly (Named & { readonly groupName: string })[];
  readonly units: readonly string[];
}

const DIVISIONS = `SELECT ${DIVISION_COLUMNS} FROM division d WHERE d.path <> '{}' AND d.level <> 'BUILDING' ORDER BY d.code`;
const CATEGORIES = `SELECT code, name, group_name AS "groupName" FROM service_category WHERE active ORDER BY position, code`;
const UNITS = `SELECT id AS code, name FROM unit WHERE state = 'ACTIVE' ORDER BY name COLLATE "zh-x-icu", id`;

/** How names are compared: widths, cases and white space are one. */
export const nameForm = (text: string): string => searchForm(text).replaceAll(/\s+/g, '');

export async function readLists({ query }: Pick<Database, 'query'>): Promise<Lists> {
  const [divisions, categories, units] = await Promise.all([
    query<DivisionRow>('sheet-divisions', DIVISIONS),
    query<Named & { groupName: string }>('sheet-categories', CATEGORIES),
    query<Named>('sheet-units', UNITS),
  ]);
  const find = finder(divisions);
  return {
    ...{ division: find.code, categories, units: units.map(({ name }) => name) },
    category: byName(categories, (text) => cellReasons.refuse('CELL_CATEGORY', { values: { text } })),
    unit: byName(units, (text) => cellReasons.refuse('CELL_UNIT', { values: { text } })),
    divisions: divisions.map((one) => ({ level: one.level, shown: find.shown(one) })),
  };
}

function byName(rows: readonly Named[], refuse: (text: string) => never): (text: string) => string {
  const codes = new Map(
    rows.flatMap(({ code, name }) => [[nameForm(name), code] as const, [nameForm(code), code] as const]),
  );
  return (text) => codes.get(nameForm(text)) ?? refuse(text);
}

/** Finds a division by its code, its name, or its way down such as 中山东路街道/某某社区. */
function finder(divisions: readonly DivisionRow[]) {
  const byCode = new Map(divisions.map((one) => [one.code, one]));
  const called = new Map<string, DivisionRow[]>();
  for (const one of divisions)
    for (const form of new Set([nameForm(one.label), nameForm(one.name)]))
      called.set(form, [...(called.get(form) ?? []), one]);
  const isCalled = (one: DivisionRow, form: string) => [one.label, one.name].some((name) => nameForm(name) === form);
  const above = (one: DivisionRow) => one.path.slice(0, -1).flatMap((code) => byCode.get(code) ?? []);
  // The district itself need not be said.
  const shown = (one: DivisionRow) => [...above(one).slice(1), one].map(({ label }) => label).join('/');
  const code = (text: string): string => {
    const plain = nameForm(text);
    if (byCode.has(plain)) return plain;
    const forms = plain.split(/[/\\>-]/).filter((part) => part !== '');
    const found = (called.get(forms.at(-1) ?? '') ?? []).filter((one) =>
      forms.slice(0, -1).every((form) => above(one).some((upper) => isCalled(upper, form))),
    );
    if (found.length === 1) return found[0]!.code;
    if (found.length === 0) return cellReasons.refuse('CELL_DIVISION', { values: { text } });
    const values = { text, count: found.length, example: shown(found[0]!) };
    return cellReasons.refuse('CELL_DIVISION_TWICE', { values });
  };
  return { code, shown };
}
