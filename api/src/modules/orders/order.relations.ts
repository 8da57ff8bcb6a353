import type { Loading } from '../../platform/graphql/context.ts';
import { Parameters as StatementParameters } from '../../platform/reads/parameters.ts';
import { orderSelect, present, statementName, type OrderView } from './order.reads.ts';
import { visibleOrders } from './order.scope.ts';

type Belonging<T> = T & { readonly orderId: string };

/** One statement for what belongs to many orders, grouped in the order of the keys. */
function belonging<T>(name: string, text: string): Loading<string, readonly T[]> {
  return async (ids, { house }) => {
    const rows = await house.database.query<Belonging<T>>(name, text, [ids]);
    const byOrder = Map.groupBy(rows, (row) => row.orderId);
    return ids.map((id) => byOrder.get(id) ?? []);
  };
}

export const sharesOf = belonging<{
  unitId: string;
  part: string;
  state: string;
  invitedAt: Date;
  answeredAt: Date | null;
}>(
  'order-shares',
  `SELECT order_id AS "orderId", unit_id AS "unitId", part, state, invited_at AS "invitedAt", answered_at AS "answeredAt"
   FROM order_share WHERE order_id = ANY ($1::uuid[]) ORDER BY invited_at, unit_id`,
);

export const ratingsOf = belonging<{
  round: number;
  relayed: boolean;
  satisfied: boolean;
  score: number | null;
  text: string | null;
  at: Date;
}>(
  'order-ratings',
  `SELECT order_id AS "orderId", round, relayed, satisfied, score, text, at FROM order_rating r
   WHERE order_id = ANY ($1::uuid[]) AND NOT (relayed AND EXISTS (SELECT 1 FROM order_rating own
     WHERE own.order_id = r.order_id AND own.round = r.round AND own.voice_id = r.voice_id AND NOT own.relayed))
   ORDER BY at, voice_id`,
);

export const evaluationsOf = belonging<{ round: number; grade: string; text: string; at: Date }>(
  'order-evaluations',
  `SELECT order_id AS "orderId", round, grade, text, at FROM order_evaluation WHERE order_id = ANY ($1::uuid[]) ORDER BY round`,
);

export const offersOf = belonging<{ unitId: string; offeredAt: Date; deliveredAt: Date | null }>(
  'order-offers',
  `SELECT wanted.id AS "orderId", offer.* FROM unnest($1::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
     SELECT unit_id AS "unitId", offered_at AS "offeredAt", delivered_at AS "deliveredAt"
     FROM order_audience WHERE order_id = wanted.id ORDER BY offered_at, unit_id LIMIT 1000) offer
   ORDER BY offer."offeredAt", offer."unitId"`,
);

type Linked = Parameters<typeof present>[0] & { readonly key: string };

interface Linking {
  /** Joins `orders o` with `me`, the order that asks. */
  readonly on: string;
  /** Which of them come first. */
  readonly by: string;
  /** How many of them each order shows. */
  readonly limit: number;
}

/** Orders that hang on others (merged into them, or alike), as far as the viewer may see them. */
function linkedOrders({ on, by, limit }: Linking): Loading<string, readonly OrderView[]> {
  return async (ids, { house, viewer }) => {
    const parameters = new StatementParameters();
    const select = orderSelect(viewer, parameters, `, me.id AS key, row_number() OVER (ORDER BY ${by}) AS place`);
    const text = `SELECT found.* FROM orders me CROSS JOIN LATERAL (
        ${select} WHERE ${on} AND ${visibleOrders(viewer, parameters)} ORDER BY place LIMIT ${String(limit)}) found
      WHERE me.id = ANY (${parameters.add(ids, 'uuid[]')}) ORDER BY found.place`;
    const rows = await house.database.query<Linked>(statementName(text), text, parameters.values);
    const byKey = Map.groupBy(rows, (row) => row.key);
    return ids.map((id) => (byKey.get(id) ?? []).flatMap((row) => present(row, viewer) ?? []));
  };
}

export const mergedInto = linkedOrders({ on: 'o.master_id = me.id', by: 'o.id', limit: 200 });

/** Same category and community, within thirty days, most alike first. */
export const duplicatesOf = linkedOrders({
  on: `o.id <> me.id AND o.community_code = me.community_code AND o.category_code = me.category_code
    AND o.submitted_at BETWEEN coalesce(me.submitted_at, me.created_at) - interval '30 days'
    AND coalesce(me.submitted_at, me.created_at) + interval '30 days' AND o.state NOT IN ('DRAFT', 'WITHDRAWN', 'MERGED')`,
  by: 'similarity(o.search, me.search) DESC, o.id',
  limit: 5,
});
