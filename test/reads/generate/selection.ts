import { getNamedType, getNullableType, isListType, isObjectType, type GraphQLField, type GraphQLInputType, type GraphQLObjectType } from 'graphql'; // prettier-ignore
import { between, pick, type Random } from '../../../seeds/random.ts';
import type { ArgumentWriter } from './arguments.ts';

/** What stands under which response key, so that whatever is written besides can be merged with it. */
type Scope = Map<string, { readonly call: string; readonly inner: Scope }>;

interface Fragment {
  readonly name: string;
  readonly type: GraphQLObjectType;
  readonly scope: Scope;
  readonly text: string;
  readonly depth: number;
}

/** How much may still be written. */
interface Room {
  readonly depth: number;
  readonly cost: number;
}

type FieldOf = GraphQLField<unknown, unknown>;

/** Rarely chosen: officials get these from the general executor. */
const RARE = new Set(['details']);

/** Writes selections: fields, aliases, fragments, merged keys. */
export class SelectionWriter {
  readonly fragments: Fragment[] = [];
  private aliases = 0;
  private directives = 0;
  private fields = 0;

  constructor(
    private readonly random: Random,
    private readonly args: ArgumentWriter,
    private readonly condition: GraphQLInputType,
  ) {}

  /** `{…}` of a type. */
  selection(type: GraphQLObjectType, room: Room, scope: Scope = new Map()): string {
    const { random } = this;
    const wanted = between(random, 1, this.fields > 60 ? 2 : 6);
    const parts = Array.from({ length: wanted }, () => this.part(type, room, scope)).filter((part) => part !== '');
    if (parts.length === 0) parts.push(this.typename(scope));
    return `{ ${parts.join(' ')} }`;
  }

  /** The roots of an operation. */
  roots(query: GraphQLObjectType, names: readonly string[], room: Room): string {
    const scope: Scope = new Map();
    const parts = names.map((name) => this.field(query.getFields()[name]!, room, scope) || this.typename(scope));
    if (this.random() < 0.15) parts.push(this.typename(scope));
    if (this.random() < 0.15) parts[0] = `... on Query { ${parts[0]!} }`;
    return `{ ${parts.join(' ')} }`;
  }

  private part(type: GraphQLObjectType, room: Room, scope: Scope): string {
    const chance = this.random();
    if (chance < 0.08) return this.typename(scope);
    if (chance < 0.17) return this.inline(type, room, scope);
    if (chance < 0.27) return this.spread(type, room, scope);
    const field = this.choose(type, room);
    return field ? this.field(field, room, scope) : this.typename(scope);
  }

  private choose(type: GraphQLObjectType, { depth, cost }: Room): FieldOf | null {
    const all = Object.values(type.getFields()).filter(({ name }) => !RARE.has(name) || this.random() < 0.1);
    const deep = all.filter(({ type: of }) => isObjectType(getNamedType(of)));
    const flat = all.filter((field) => !deep.includes(field));
    const canGoOn = deep.length > 0 && depth > 1 && cost > 2;
    if (flat.length === 0 || (canGoOn && this.random() < 0.45)) return canGoOn ? pick(this.random, deep) : null;
    return pick(this.random, flat);
  }

  private field(field: FieldOf, room: Room, scope: Scope): string {
    const type = getNamedType(field.type);
    const [list, connection] = [isListType(getNullableType(field.type)), String(type).endsWith('Connection')];
    const { text, first } = this.args.of(field, Math.floor(room.cost / 3));
    const call = `${field.name}${text}`;
    const key = this.key(field.name, call, scope);
    if (key === null) return '';
    const inner = scope.get(key)?.inner ?? (new Map() as Scope);
    scope.set(key, { call, inner });
    this.fields += 1;
    const head = `${key === field.name ? '' : `${key}: `}${call}${this.directive()}`;
    if (!isObjectType(type)) return head;
    const times = list ? 10 : connection ? first + 1 : 1;
    const below = { depth: room.depth - 1, cost: Math.floor((room.cost * 0.5) / times) };
    if (connection) below.cost = Math.max(1, below.cost);
    return `${head} ${connection ? this.connection(type, below, inner) : this.selection(type, below, inner)}`;
  }

  /** A page: its `edges` and `nodes` are as long as was asked for, which the field has paid for. */
  private connection(type: GraphQLObjectType, room: Room, scope: Scope): string {
    const names = ['edges', 'nodes', 'pageInfo', 'totalCount', '__typename'];
    const chosen = names.filter(() => this.random() < 0.45);
    const parts = (chosen.length === 0 ? ['nodes'] : chosen).map((name) => {
      if (name === '__typename') return this.typename(scope);
      const field = type.getFields()[name]!;
      const key = this.key(name, name, scope);
      if (key === null) return '';
      const inner = scope.get(key)?.inner ?? (new Map() as Scope);
      scope.set(key, { call: name, inner });
      const of = getNamedType(field.type);
      const head = `${key === name ? '' : `${key}: `}${name}${this.directive()}`;
      const below = { depth: room.depth - 1, cost: Math.max(1, Math.floor(room.cost / chosen.length)) };
      return isObjectType(of) ? `${head} ${this.selection(of, below, inner)}` : head;
    });
    return `{ ${parts.filter((part) => part !== '').join(' ') || this.typename(scope)} }`;
  }

  /** A key under which the call can be answered: its name, or another one; null when there is none left. */
  private key(name: string, call: string, scope: Scope): string | null {
    const free = (key: string) => (scope.get(key)?.call ?? call) === call;
    if (this.aliases < 14 && this.random() < 0.08) {
      const alias = pick(this.random, ['a', 'b', 'id', 'name', 'state', 'x1', '_', 'nodes', 'then', 'toString']);
      if (free(alias) && alias !== name) {
        this.aliases += 1;
        return alias;
      }
    }
    if (free(name)) return name;
    if (this.aliases >= 14) return null;
    this.aliases += 1;
    return `${name}${String(this.aliases)}`;
  }

  private typename(scope: Scope): string {
    if (scope.has('__typename') && this.random() < 0.5) return '__typename';
    scope.set('__typename', { call: '__typename', inner: new Map() });
    return '__typename';
  }

  private directive(): string {
    if (this.directives >= 9 || this.random() > 0.06) return '';
    this.directives += 1;
    const name = pick(this.random, ['skip', 'include']);
    return ` @${name}(if: ${this.args.condition(this.condition)})`;
  }

  private inline(type: GraphQLObjectType, room: Room, scope: Scope): string {
    const on = this.random() < 0.6 ? ` on ${type.name}` : '';
    return `...${on}${this.directive()} ${this.selection(type, room, scope)}`;
  }

  private spread(type: GraphQLObjectType, room: Room, scope: Scope): string {
    const known = this.fragments.filter(
      (one) => one.type === type && one.depth <= room.depth && fits(scope, one.scope),
    );
    const fragment =
      known.length > 0 && this.random() < 0.6 ? pick(this.random, known) : this.fragment(type, room, scope);
    if (!fragment) return '';
    absorb(scope, fragment.scope);
    return `...${fragment.name}${this.directive()}`;
  }

  private fragment(type: GraphQLObjectType, room: Room, scope: Scope): Fragment | null {
    const own: Scope = new Map();
    const text = this.selection(type, { ...room, cost: Math.floor(room.cost / 2) }, own);
    if (!fits(scope, own)) return null;
    const fragment = { name: `F${String(this.fragments.length + 1)}`, type, scope: own, text, depth: room.depth };
    this.fragments.push(fragment);
    return fragment;
  }
}

/** Can both be selected of one object? */
const fits = (scope: Scope, other: Scope): boolean =>
  [...other].every(([key, { call, inner }]) => {
    const known = scope.get(key);
    return !known || (known.call === call && fits(known.inner, inner));
  });

function absorb(scope: Scope, other: Scope): void {
  for (const [key, { call, inner }] of other) {
    const known = scope.get(key) ?? { call, inner: new Map() as Scope };
    scope.set(key, known);
    absorb(known.inner, inner);
  }
}
