import { describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLInputType } from 'graphql';
import { formOf, Given } from '../../api/src/platform/reads/given.ts';
import { Parameters } from '../../api/src/platform/reads/parameters.ts';

const schema = buildSchema(`
  enum Light { GREEN RED }
  scalar Instant
  input Filter { light: Light, search: String, id: ID, states: [Light!], at: Instant, on: Boolean, inner: Filter }
  type Query { find(filter: Filter, first: Int! = 20): Int }
`);
const argument = (name: string) => schema.getQueryType()!.getFields()['find']!.args.find((one) => one.name === name)!.type; // prettier-ignore
const form = (value: unknown, type: GraphQLInputType = argument('filter')) => formOf(value, type);

describe('the form of a value', () => {
  const A = '00000000-0000-7000-8000-000000000001';
  const B = 'FFFFFFFF-0000-7000-8000-00000000000F';

  it.each([
    ['texts', { search: '路灯' }, { search: "it's" }],
    ['ids', { id: A }, { id: B }],
    ['lists', { states: ['RED'] }, { states: [] }],
    ['instants', { at: new Date(0) }, { at: new Date() }],
    ['blank texts', { search: '' }, { search: ' \t' }],
    ['the order of fields', { search: 'a', on: true }, { on: true, search: 'b' }],
  ])('does not tell %s apart', (_what, one, other) => {
    expect(form(one)).toBe(form(other));
  });

  it.each([
    ['a missing filter and null', undefined, null],
    ['null and an empty filter', null, {}],
    ['a field that is missing and one that is null', {}, { search: null }],
    ['a blank text and another', { search: ' ' }, { search: 'x' }],
    ['an id and another text', { id: A }, { id: 'x' }],
    ['enums', { light: 'RED' }, { light: 'GREEN' }],
    ['booleans', { on: true }, { on: false }],
    ['a field and the same within another', { on: true }, { inner: { on: true } }],
    ['which of two fields is given', { search: 'x' }, { id: 'x' }],
    ['a list and none', { states: [] }, {}],
  ])('tells %s apart', (_what, one, other) => {
    expect(form(one)).not.toBe(form(other));
  });

  it('tells integers apart', () => {
    expect(form(1, argument('first'))).not.toBe(form(11, argument('first')));
  });
});

describe('a given value', () => {
  it('counts as absent when it is null, missing or blank', () => {
    expect([null, undefined, '', '  ', '\n'].map((value) => Given.of(value, 'x').absent)).toEqual([true, true, true, true, true]);
    expect([0, false, 'x', []].map((value) => Given.of(value, 'x').absent)).toEqual([false, false, false, false]);
  }); // prettier-ignore

  it('takes each asking’s own value, also of a field', () => {
    const parameters = new Parameters();
    const given = new Given({ search: 'a' }, ({ variables }) => variables['f'], '$f');
    expect(given.field('search').sql(parameters, 'text')).toBe(given.field('search').sql(parameters, 'text'));
    expect(given.field('id').sql(parameters, 'text')).not.toBe(given.field('search').sql(parameters, 'text'));
    const { text, bind } = parameters.finish('$1::text, $2::text');
    expect(text).toBe('$1::text, $2::text');
    const asking = { viewer: { kind: 'NOBODY', personId: null, sessionId: null, post: null } as const, now: new Date(0) };
    expect(bind({ ...asking, variables: { f: { search: 'b', id: 'c' } } })).toEqual(['b', 'c']);
    expect(bind({ ...asking, variables: { f: null } })).toEqual([undefined, undefined]);
  }); // prettier-ignore
});
