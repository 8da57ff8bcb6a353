import { ObjectType } from 'type-graphql';
import { always, holds, type Predicate, type Values } from '../../kernel/predicate.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import { classNamed } from '../graphql/input.ts';
import type { ReadField } from './field.ts';
import type { Links } from './predicate-sql.ts';

type Class = new () => object;

/**
 * How a GraphQL type is read, declared once: its table, its fields, who may see a row. Two executors read it: `rows.ts` one
 * relation after the other, `plan/` a whole operation as one statement.
 */
export interface Shape {
  /** The GraphQL type. */
  readonly name: string;
  /** The class by which type-graphql knows it. */
  readonly type: Class;
  /** A table or a view. Columns are the properties in snake case. */
  readonly table: string;
  /** The property by which a row is known; null for rows that are only read with others. */
  readonly key: string | null;
  /** PostgreSQL's type of the key. */
  readonly keyType: string;
  /** Which rows exist for a viewer. */
  readonly visible: Predicate;
  /** What conditions depend on beyond the row: the table's own. Relations may lend more. */
  readonly links: Links;
  readonly fields: Map<string, ReadField>;
  /** Properties that are read beside those of the fields and conditions. */
  readonly also: readonly string[];
}

export interface ShapeSpec {
  readonly about: string;
  readonly table: string;
  readonly key?: string;
  readonly keyType?: string;
  readonly visible?: Predicate;
  readonly links?: Links;
  readonly fields: Readonly<Record<string, ReadField>>;
  readonly also?: readonly string[];
}

const shapes = new Map<string, Shape>();

/** Declares how a type is read, and its GraphQL type with it. */
export function defineShape(name: string, spec: ShapeSpec): Shape {
  if (shapes.has(name)) throw new Error(`There are two shapes called "${name}"`);
  const type = classNamed(name);
  ObjectType(name, { description: spec.about, simpleResolvers: true })(type);
  const shape: Shape = {
    ...{ name, type, table: spec.table, key: spec.key ?? null, keyType: spec.keyType ?? 'uuid' },
    ...{ visible: spec.visible ?? always, links: spec.links ?? {}, fields: new Map(), also: spec.also ?? [] },
  };
  shapes.set(name, shape);
  extendShape(shape, spec.fields);
  return shape;
}

/** Adds fields to a shape of a lower module. */
export function extendShape(shape: Shape, fields: Readonly<Record<string, ReadField>>): void {
  for (const [name, field] of Object.entries(fields)) {
    if (shape.fields.has(name)) throw new Error(`${shape.name}.${name} is declared twice`);
    shape.fields.set(name, field);
    field.declare(shape.type.prototype as object, name);
  }
}

export const shapeNamed = (name: string): Shape | undefined => shapes.get(name);
export const allShapes = (): readonly Shape[] => [...shapes.values()];

/** The shape whose type this is. */
export const shapeOf = (type: unknown): Shape | undefined => allShapes().find((shape) => shape.type === type);

const LINKS = Symbol('links');

/** A row as the general executor hands it on: its properties, and the links on which conditions over it depend. */
export interface View {
  readonly [property: string]: unknown;
  readonly [LINKS]: Values;
}

/** How links are called among the columns of a statement. */
export const linkColumn = (name: string): string => `~${name}`;

/** What a statement found, as a view; null when the row does not exist for this viewer. */
export function viewOf(shape: Shape, found: Values, lent: Values, viewer: Viewer): View | null {
  const links: Record<string, unknown> = { ...lent };
  const row: Record<string | symbol, unknown> = {};
  for (const [name, value] of Object.entries(found)) {
    if (name.startsWith('~')) links[name.slice(1)] = value;
    else row[name] = value;
  }
  row[LINKS] = links;
  const view = row as unknown as View;
  return sees(view, shape.visible, viewer) ? view : null;
}

/** Does a condition hold for a view? */
export const sees = (view: View, predicate: Predicate, viewer: Viewer): boolean =>
  holds(predicate, view, view[LINKS], viewer);
