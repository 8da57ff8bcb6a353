import { isNonNullType, Kind, valueFromAST, type GraphQLArgument, type ValueNode } from 'graphql';
import { Given } from './given.ts';
import type { Selected } from './selected.ts';

type Variables = Readonly<Record<string, unknown>>;

/** The arguments of a selected field, as values that the statement may be asked with again. Throws where GraphQL takes none of them. */
export function argumentsOf({ name, key, nodes, field, reading }: Selected): { given(name: string): Given } {
  const { variables } = reading;
  const node = nodes[0]!;
  return {
    given(argument) {
      const definition = field!.args.find((arg) => arg.name === argument);
      if (!definition) throw new Error(`${name} has no argument "${argument}"`);
      const value = node.arguments?.find((arg) => arg.name.value === argument)?.value;
      const given = givenBy(value, definition, { variables, path: `${key}.${argument}` });
      if (given.isNull && isNonNullType(definition.type)) throw new Error(`${key}.${argument} must not be null`);
      return given;
    },
  };
}

interface Where {
  readonly variables: Variables;
  readonly path: string;
}

function givenBy(value: ValueNode | undefined, definition: GraphQLArgument, { variables, path }: Where): Given {
  if (value?.kind === Kind.VARIABLE) {
    const { value: variable } = value.name;
    if (variable in variables)
      return new Given(variables[variable], (asking) => asking.variables[variable], `$${variable}`);
    return Given.of(definition.defaultValue, path);
  }
  if (value === undefined) return Given.of(definition.defaultValue, path);
  const { type } = definition;
  if (!holdsVariables(value)) return Given.of(valueFromAST(value, type), path);
  const known = valueFromAST(value, type, variables);
  if (known === undefined) throw new Error(`${path} holds a variable without a value`);
  return new Given(known, (asking) => valueFromAST(value, type, asking.variables), path);
}

function holdsVariables(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(holdsVariables);
  return value.kind === Kind.OBJECT && value.fields.some((field) => holdsVariables(field.value));
}
