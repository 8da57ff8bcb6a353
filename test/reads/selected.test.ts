import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, parse, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { below, fieldsOf, type Selected } from '../../api/src/platform/reads/selected.ts';

const schema = buildSchema(
  'type Thing { id: ID! name: String inner: Thing list: [Thing!]! } type Query { thing: Thing }',
);

/** What is selected, as nested lists of `key:name`. */
function selected(text: string, variables: Record<string, unknown> = {}): unknown {
  const { definitions } = parse(text);
  const operation = definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)!;
  const named = definitions.filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = Object.fromEntries(named.map((node) => [node.name.value, node]));
  const shown = (one: Selected): unknown => {
    const label = one.key === one.name ? one.name : `${one.key}:${one.name}`;
    return one.nodes.some(({ selectionSet }) => selectionSet) ? [label, ...below(one).map(shown)] : label;
  };
  return fieldsOf(schema.getQueryType()!, [operation.selectionSet], { fragments, variables }).map(shown);
} // prettier-ignore

describe('a selection', () => {
  it('merges fields of one key where the first of them stands', () => {
    expect(selected('{ thing { inner { id } name inner { name id } } thing { id } }')).toEqual([
      ['thing', ['inner', 'id', 'name'], 'name', 'id'],
    ]);
  });

  it('keeps aliases apart', () => {
    expect(selected('{ a: thing { id: name } b: thing { x: id id } }')).toEqual([
      ['a:thing', 'id:name'],
      ['b:thing', 'x:id', 'id'],
    ]);
  });

  it('goes into fragments, named ones once', () => {
    const text = `{ thing { ...A ... { name } ... on Thing { inner { ...A } } ...A } } fragment A on Thing { id ...B } fragment B on Thing { list { __typename } }`;
    expect(selected(text)).toEqual([['thing', 'id', ['list', '__typename'], 'name', ['inner', 'id', ['list', '__typename']]]]); // prettier-ignore
  });

  it('leaves out what another type has', () => {
    expect(selected('{ thing { ... on Query { thing { id } } id } }')).toEqual([['thing', 'id']]);
  });

  it('leaves out what is skipped or not included, by literals and variables', () => {
    const text = 'query ($no: Boolean!, $yes: Boolean!) { thing { id @skip(if: $yes) name @include(if: $yes) a: id @include(if: $no) b: id @skip(if: false) @include(if: false) } }';
    expect(selected(text, { no: false, yes: true })).toEqual([['thing', 'name']]);
    expect(selected(text, { no: true, yes: false })).toEqual([['thing', 'id', 'a:id']]);
  }); // prettier-ignore

  it('answers a fragment that is left out in one place where it stands in another', () => {
    const text = `query ($no: Boolean!) { thing { ...A @skip(if: $no) id ...A } } fragment A on Thing { name }`;
    expect(selected(text, { no: true })).toEqual([['thing', 'id', 'name']]);
    expect(selected(text, { no: false })).toEqual([['thing', 'name', 'id']]);
  });

  it('refuses a condition without a value', () => {
    expect(() => selected('query ($no: Boolean) { thing { id @skip(if: $no) } }', { no: null })).toThrow();
  });
});
