import { UnderscoreNamingStrategy, type EntitySchema } from '@mikro-orm/core';
import type { Statement } from './statement.ts';

type Values = Readonly<Record<string, unknown>>;

interface Column {
  readonly property: string;
  readonly column: string;
  readonly isJson: boolean;
}

/** What of the schema's description of a property counts here. */
interface Property {
  readonly type: { readonly name?: string } | string;
  readonly fieldName?: string;
}

type Named = Omit<Statement, 'values'>;

const naming = new UnderscoreNamingStrategy();
const tables = new Map<unknown, unknown>();

/**
 * Statements for the rows of an entity, derived from its schema: property -> column. Named and prepared, where MikroORM itself
 * sends literal SQL that PostgreSQL plans anew each time. The property `id` is the key, `version` counts changes.
 */
export class Table<R extends object> {
  private readonly name: string;
  private readonly columns: readonly Column[];
  private readonly reads = new Map<string, Named>();
  private readonly writes = new Map<string, Named>();

  private constructor({ meta }: EntitySchema<R>) {
    this.name = meta.tableName;
    this.columns = Object.entries(meta.properties as Record<string, Property>).map(columnOf);
  }

  static of<R extends object>(schema: EntitySchema<R>): Table<R> {
    const table = (tables.get(schema) as Table<R> | undefined) ?? new Table(schema);
    tables.set(schema, table);
    return table;
  }

  /**
   * A statement that reads rows: `verb-table`. `textOf` gets every column of `t` under the name of its property, and the table; it is
   * asked once.
   */
  reading(verb: string, textOf: (columns: string, table: string) => string): Named {
    const known = this.reads.get(verb);
    if (known) return known;
    const columns = this.columns.map(({ property, column }) => `t."${column}" AS "${property}"`).join(', ');
    const named = { name: `${verb}-${this.name}`, text: textOf(columns, `"${this.name}" t`) };
    this.reads.set(verb, named);
    return named;
  }

  /** The row as it is now, to be compared with later. Objects of json columns are replaced, never changed in place. */
  copy(row: R): Values {
    const copy: Record<string, unknown> = { ...(row as Values) };
    for (const { property } of this.columns) {
      const value = copy[property];
      if (Array.isArray(value)) copy[property] = [...(value as unknown[])];
    }
    return copy;
  }

  /** Properties that have another value than in the copy. */
  changed(row: R, before: Values): string[] {
    const after = row as Values;
    const changed = this.columns.filter(({ property }) => !isSame(before[property], after[property]));
    return changed.map(({ property }) => property);
  }

  /**
   * Writes these properties and raises the version. Fails if the row no longer has the version of the copy, which a lock prevents:
   * the version would become null.
   */
  update(row: R, before: Values, changed: readonly string[]): Statement {
    const columns = this.columns.filter(({ property }) => changed.includes(property));
    const values = columns.map(({ property, isJson }) => kept((row as Values)[property], isJson));
    return { ...this.writeOf(columns), values: [before['id'], before['version'], ...values] };
  }

  /** One statement for each set of columns that are written together. There are as many as there are kinds of steps. */
  private writeOf(columns: readonly Column[]): Named {
    const key = columns.map(({ column }) => column).join();
    const sets = columns.map(({ column }, index) => `"${column}" = $${String(index + 3)}`);
    const text = `UPDATE "${this.name}" SET ${[...sets, VERSION].join(', ')} WHERE id = $1`;
    const known = this.writes.get(key) ?? { name: `write-${this.name}-${String(this.writes.size + 1)}`, text };
    this.writes.set(key, known);
    return known;
  }
}

const VERSION = 'version = CASE version WHEN $2 THEN version + 1 END';

function columnOf([property, { type, fieldName }]: [string, Property]): Column {
  const kind = typeof type === 'string' ? type : (type.name ?? type.constructor.name);
  return { property, column: fieldName ?? naming.propertyToColumnName(property), isJson: /^json/i.test(kind) };
}

const kept = (value: unknown, isJson: boolean): unknown =>
  isJson && value !== null && value !== undefined ? JSON.stringify(value) : value;

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (one instanceof Date) return other instanceof Date && one.getTime() === other.getTime();
  if (one instanceof Uint8Array) return other instanceof Uint8Array && Buffer.compare(one, other) === 0;
  if (Array.isArray(one)) return Array.isArray(other) && areSame(one, other);
  return plain(one) === plain(other);
}

const plain = (value: unknown): unknown => value ?? null;

const areSame = (some: readonly unknown[], others: readonly unknown[]) =>
  some.length === others.length && some.every((item, index) => isSame(item, others[index]));
