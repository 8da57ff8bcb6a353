import { Field, Int, ObjectType } from 'type-graphql';
import { ResourceOffer, Booking, offerLinks, offerVisible } from '../../alliance/index.ts';
import { Order } from '../../orders/index.ts';
import { Unit } from '../../units/index.ts';
import { instant, int } from '../../../platform/reads/fields/column.ts';
import { one } from '../../../platform/reads/fields/one.ts';
import { wordSql, workedOut } from '../../../platform/reads/fields/worked-out.ts';
import { expression, objectText, textSql, type JsonText } from '../../../platform/reads/json-text.ts';
import { below } from '../../../platform/reads/selected.ts';
import { defineShape, type Shape } from '../../../platform/reads/shape.ts';
import { matchFit } from './need.choices.ts';
import { MatchFitEnum } from './need.enums.ts';

@ObjectType('MatchReason', { description: '推荐理由 — One thing that speaks for an offer, or against it.' })
class MatchReasonType {
  @Field(() => MatchFitEnum, { description: '匹配情况 — What it is.' })
  fit!: string;

  @Field(() => String, { description: '说明 — The same, as people read it.' })
  label!: string;

  @Field(() => Int, { description: '得分 — How many of the hundred points it gives.' })
  points!: number;
}

interface Fact {
  readonly fit: string;
  readonly points: number;
}

const words = Object.fromEntries(matchFit.keys.map((key) => [key, matchFit.label(key)]));

/** The columns of a reason as JSON text. */
const REASON: Readonly<Record<string, JsonText>> = {
  fit: expression(`to_json(f.value ->> 'fit')::text`),
  label: expression(wordSql(words, `(f.value ->> 'fit')`)),
  points: expression(`(f.value ->> 'points')`),
  __typename: ['"MatchReason"'],
};

const reasons = workedOut({
  ...{ type: () => [MatchReasonType], about: '推荐理由 — Why, kind first.', from: ['facts'] },
  of: ({ facts }) => (facts as readonly Fact[]).map((fact) => ({ ...fact, label: words[fact.fit]! })),
  sql: (place, selected) => {
    const object = objectText(below(selected).map(({ key, name }) => [key, REASON[name]!]));
    const order = ' ORDER BY f.place';
    return expression(
      `(SELECT '[' || coalesce(string_agg(${textSql(object)}, ','${order}), '') || ']'
        FROM jsonb_array_elements(${place.column('facts')}) WITH ORDINALITY AS f (value, place))`,
    );
  },
});

/** An offer that could answer a need. It is there for whom the offer is there. */
export const NeedCandidate: Shape = defineShape('NeedCandidate', {
  about: '推荐资源 — An offer that could answer a need, and why.',
  table: 'need_candidate',
  visible: offerVisible,
  links: offerLinks,
  fields: {
    score: int('匹配度 — 0 to 100.'),
    reasons,
    offer: one(() => ResourceOffer, '资源 — What could be given.', { by: 'offerId' }),
    unit: one(() => Unit, '提供单位 — Whose it is.', { by: 'unitId' }),
  },
  // By what they are ranked.
  also: ['offerId'],
});

const nullable = true;

export const NeedMatch: Shape = defineShape('NeedMatch', {
  about: '对接记录 — What was accepted for a need, and why it was found fitting.',
  table: 'need_match',
  key: 'id',
  fields: {
    score: int('匹配度 — 0 to 100 when it was accepted; null for a project.', { nullable }),
    reasons,
    unit: one(() => Unit, '提供单位 — Who gives it.', { by: 'unitId' }),
    offer: one(() => ResourceOffer, '资源 — What is given.', { by: 'offerId', nullable }),
    booking: one(() => Booking, '预约 — The time for which it is held.', { by: 'bookingId', nullable }),
    order: one(() => Order, '点单 — The order that was opened instead.', { by: 'orderId', nullable }),
    at: instant('对接时间 — When it was accepted.'),
    endedAt: instant('结束时间 — When it did not answer the need any more.', { nullable }),
  },
});
