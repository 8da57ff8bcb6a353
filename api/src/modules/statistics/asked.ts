import { GraphQLISODateTime, ID } from 'type-graphql';
import type { Condition } from '../../platform/reads/condition.ts';
import type { Given } from '../../platform/reads/given.ts';
import type { Statement } from '../../platform/reads/place.ts';
import type { OrderGrouping } from './grouping.choice.ts';

export type GivenOf = (name: string) => Given;

/** Looked up by the select itself: what it asks for stands in several places of it. */
export const looked = (type: Condition['type'], about: string): Condition => ({ type, about, sql: () => 'true' });

export const divisionAsked = looked(() => ID, '区划 — Code of a district, street, community or village; all in sight, if left out.'); // prettier-ignore
export const unitAsked = looked(() => ID, '单位 — Id of the unit that has them.');
export const timeAsked = (what: string) => ({
  from: looked(() => GraphQLISODateTime, `起 — ${what} at or after.`),
  before: looked(() => GraphQLISODateTime, `止 — ${what} before.`),
});

/** What is asked of figures, as SQL of its parameters; null where nothing is. */
export interface Asked {
  readonly statement: Statement;
  readonly division: string | null;
  readonly from: string | null;
  readonly before: string | null;
  readonly by: OrderGrouping;
}

export function askedOf(statement: Statement, given: GivenOf): Asked {
  const sql = (name: string, type: string) => {
    const value = given(name);
    return value.absent ? null : value.sql(statement.parameters, type);
  };
  return {
    ...{ statement, division: sql('division', 'text') },
    ...{ from: sql('from', 'timestamptz'), before: sql('before', 'timestamptz') },
    by: given('by').absent ? 'TOTAL' : given('by').known<OrderGrouping>(),
  };
}

/** Conditions on the place and the time of rows of `alias`, each after an AND. */
export function placeAndTime({ division, from, before }: Asked, alias: string, at: string): string {
  const places = ['street_code', 'community_code', 'district_code'].map(
    (column) => `${alias}.${column} = ${division!}`,
  );
  return [
    ...(division === null ? [] : [`(${places.join(' OR ')})`]),
    ...(from === null ? [] : [`${at} >= ${from}`]),
    ...(before === null ? [] : [`${at} < ${before}`]),
  ]
    .map((condition) => ` AND ${condition}`)
    .join('');
}
