import { Field, GraphQLISODateTime, InputType } from 'type-graphql';
import type { Given } from '../../../platform/reads/given.ts';
import type { Parameters } from '../../../platform/reads/parameters.ts';

@InputType('TimeSpan', { description: '时段 — A time from one moment to another.' })
export class TimeSpan {
  @Field(() => GraphQLISODateTime, { description: '开始 — Included.' })
  from!: Date;

  @Field(() => GraphQLISODateTime, { description: '结束 — Excluded.' })
  to!: Date;
}

/** The two ends of a span in their order: whoever swaps them means the same time. */
export function spanSql(span: Given, parameters: Parameters): { readonly from: string; readonly to: string } {
  const [a, b] = ['from', 'to'].map((end) => span.field(end).sql(parameters, 'timestamptz'));
  return { from: `least(${a!}, ${b!})`, to: `greatest(${a!}, ${b!})` };
}
