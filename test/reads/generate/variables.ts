import { isNonNullType, type GraphQLInputType } from 'graphql';
import { pick, type Random } from '../../../seeds/random.ts';

/** Nothing is sent for a variable. */
export const MISSING = Symbol('missing');

interface Variable {
  readonly name: string;
  readonly type: string;
  readonly at: string;
  readonly text: string;
  roll(): unknown;
}

/** How values of a type are made: as a value to send, and as a text of GraphQL. */
export interface Making {
  readonly type: GraphQLInputType;
  readonly at: string;
  readonly hasDefault: boolean;
  value(): unknown;
  literal(): string;
}

type Form = readonly [type: string, byDefault: boolean, missing: number, nothing: number];

/** The variables of an operation while it is written. */
export class Variables {
  private readonly declared: Variable[] = [];

  constructor(private readonly random: Random) {}

  /** A variable that may stand there: an old one that fits, or a new one. */
  use(making: Making): string {
    const { random } = this;
    const fitting = this.declared.filter(({ at, type }) => at === making.at && type === String(making.type));
    if (fitting.length > 0 && random() < 0.4) return `$${pick(random, fitting).name}`;
    return `$${this.declare(making).name}`;
  }

  get definitions(): string {
    return this.declared.length === 0 ? '' : `(${this.declared.map(({ text }) => text).join(', ')})`;
  }

  /** Values for one asking. */
  roll(): Record<string, unknown> {
    const rolled = this.declared.map(({ name, roll }) => [name, roll()] as const);
    return Object.fromEntries(rolled.filter(([, value]) => value !== MISSING));
  }

  private declare(making: Making): Variable {
    const { random } = this;
    const name = `v${String(this.declared.length + 1)}`;
    const [type, byDefault, missing, nothing] = pick(random, formsOf(making));
    const roll = () => {
      const chance = random();
      return chance < missing ? MISSING : chance < missing + nothing ? null : making.value();
    };
    const text = `$${name}: ${type}${byDefault ? ` = ${making.literal()}` : ''}`;
    const variable = { ...{ name, text, roll }, type: String(making.type), at: making.at };
    this.declared.push(variable);
    return variable;
  }
}

/** The forms in which a variable may be declared where it stands, with how often nothing or null is sent. */
function formsOf({ type, hasDefault }: Making): readonly Form[] {
  const nullable = isNonNullType(type) ? String(type.ofType) : String(type);
  const strict: readonly Form[] = [
    [`${nullable}!`, false, 0, 0],
    [`${nullable}!`, true, 0.4, 0],
    [nullable, true, 0.4, 0.04],
  ];
  if (!isNonNullType(type)) return [...strict, [nullable, false, 0.2, 0.15], [nullable, true, 0.3, 0.2]];
  return hasDefault ? [...strict, [nullable, false, 0.4, 0.04]] : strict;
}
