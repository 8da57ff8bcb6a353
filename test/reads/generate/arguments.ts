import { getNullableType, GraphQLEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLField, type GraphQLInputObjectType, type GraphQLInputType } from 'graphql'; // prettier-ignore
import { between, pick, pickSome, type Random } from '../../../seeds/random.ts';
import { valueFor, type Values } from './values.ts';
import type { Variables } from './variables.ts';

/** Where a value stands. */
interface Spot {
  readonly type: GraphQLInputType;
  /** Tells which values are good there. */
  readonly at: string;
  readonly hasDefault: boolean;
  /** The largest page that the operation can still afford. */
  readonly most: number;
}

const SIZES = [1, 1, 2, 3, 5, 10, 20, 50, 100];

/** Writes the arguments of fields. */
export class ArgumentWriter {
  constructor(
    private readonly random: Random,
    private readonly values: Values,
    private readonly variables: Variables,
  ) {}

  /** `(…)`, or nothing; and how long a page was asked for. */
  of(field: GraphQLField<unknown, unknown>, most: number): { readonly text: string; readonly first: number } {
    let [first, sort] = [field.args.some(({ name }) => name === 'first') ? 20 : 10, 'NEWEST'];
    const parts: string[] = [];
    const sorted = field.args.toSorted((a, b) => Number(b.name === 'sort') - Number(a.name === 'sort'));
    for (const { name, type, defaultValue } of sorted) {
      const isSize = name === 'first' && most < 20;
      const needed = isSize || (isNonNullType(type) && defaultValue === undefined);
      if (!needed && this.random() < (name === 'after' ? 0.75 : 0.5)) continue;
      const spot = { type, hasDefault: defaultValue !== undefined, most, at: placeOf(field.name, name, sort) };
      const text = this.text(spot, 0.3);
      if (name === 'sort' && !text.startsWith('$')) sort = text;
      if (name === 'first') first = text.startsWith('$') ? Math.min(100, most) : Number(text);
      parts.push(`${name}: ${text}`);
    }
    return { text: parts.length === 0 ? '' : `(${parts.join(', ')})`, first };
  }

  /** A condition of a directive. */
  condition(type: GraphQLInputType): string {
    return this.text({ type, at: 'if', hasDefault: false, most: 100 }, 0.5);
  }

  /** As text: a literal, a variable, or a literal that holds variables. */
  private text(spot: Spot, byVariable: number): string {
    const { random } = this;
    if (random() < byVariable) {
      const [value, literal] = [() => this.value(spot), () => print(this.value(spot), spot.type)];
      return this.variables.use({ ...spot, at: `${spot.at} ${String(spot.most)}`, value, literal });
    }
    const type = getNullableType(spot.type);
    if (!isNonNullType(spot.type) && random() < 0.05) return 'null';
    if (isInputObjectType(type) && random() < 0.6) {
      const fields = this.someFields(type);
      const parts = fields.map((field) => `${field.name}: ${this.text(within(spot, field), 0.4)}`);
      return `{${parts.join(', ')}}`;
    }
    if (isListType(type) && random() < 0.4) {
      const of = type.ofType;
      return `[${this.text({ ...spot, type: of }, 0.5)}, ${this.text({ ...spot, type: of }, 0.2)}]`;
    }
    return print(this.value(spot), spot.type);
  }

  private value(spot: Spot): unknown {
    const { random } = this;
    const type = getNullableType(spot.type);
    if (isListType(type)) {
      const item = () => this.value({ ...spot, type: type.ofType });
      return random() < 0.15 ? item() : Array.from({ length: between(random, 0, 3) }, item);
    }
    if (isInputObjectType(type))
      return Object.fromEntries(
        this.someFields(type).map((field) => [field.name, random() < 0.05 ? null : this.value(within(spot, field))]),
      );
    if (type instanceof GraphQLEnumType) return pick(random, type.getValues()).name;
    const name = String(type);
    if (name === 'Boolean') return random() < 0.6;
    if (name === 'Int') return pick(random, SIZES.filter((size) => size <= Math.max(1, spot.most)));
    return valueFor(random, this.values, spot.at, name);
  } // prettier-ignore

  private someFields(type: GraphQLInputObjectType) {
    return pickSome(this.random, Object.values(type.getFields()), pick(this.random, [0, 1, 1, 1, 2, 2, 3]));
  }
}

const within = (spot: Spot, { name, type }: { name: string; type: GraphQLInputType }): Spot => ({
  ...{ type, at: `filter.${name}`, hasDefault: false, most: spot.most },
});

function placeOf(field: string, argument: string, sort: string): string {
  if (argument !== 'after') return `${field}.${argument}`;
  return ['orders', 'appointments'].includes(field) ? `after:${field}:${sort}` : `after:${field}`;
}

/** A value as GraphQL text. */
function print(value: unknown, of: GraphQLInputType): string {
  const type = getNullableType(of);
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map((item) => print(item, itemOf(type))).join(', ')}]`;
  if (isListType(type)) return print(value, itemOf(type));
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    const parts = Object.entries(value as object).map(([name, inner]) => `${name}: ${print(inner, fields[name]!.type)}`);
    return `{${parts.join(', ')}}`;
  }
  return type instanceof GraphQLEnumType ? (value as string) : JSON.stringify(value);
} // prettier-ignore

const itemOf = (type: GraphQLInputType): GraphQLInputType => (isListType(type) ? type.ofType : type);
