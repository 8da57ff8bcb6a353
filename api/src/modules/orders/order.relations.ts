import type { Loading } from '../../platform/graphql/context.ts';
import { Parameters as StatementParameters } from '../../platform/reads/parameters.ts';
import { orderSelect, present, statementName, type OrderView } from './order.reads.ts';

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
  satisfied: boolean;
  score: number | null;
  text: string | null;
  at: Date;
}>(
  'order-ratings',
  `SELECT order_id AS "orderId", round, satisfied, score, text, at FROM order_rating WHERE order_id = ANY ($1::uuid[]) ORDER BY at, voice_id`,
);

export const evaluationsOf = belonging<{ round: number; grade: string; text: string; at: Date }>(
  'order-evaluations',
  `SELECT order_id AS "orderId", round, grade, text, at FROM order_evaluation WHERE order_id = ANY ($1::uuid[]) ORDER BY round`,
);

export const offersOf = belonging<{ unitId: string; offeredAt: Date; deliveredAt: Date | null }>(
  'order-offers',
  `SELECT order_id AS "orderId", unit_id AS "unitId", offered_at AS "offeredAt", delivered_at AS "deliveredAt"
   FROM order_audience WHERE order_id = ANY ($1::uuid[]) ORDER BY offered_at, unit_id LIMIT 1000`,
);

type Linked = Parameters<typeof present>[0] & { readonly key: string };

/** Orders that hang on others (merged into them, or alike), as the viewer may see them. */
function linkedOrders(key: string, condition: (ids: string) => string): Loading<string, readonly OrderView[]> {
  return async (ids, { house, viewer }) => {
    const parameters = new StatementParameters();
    const text = `${orderSelect(viewer, parameters, `, ${key} AS key`)} ${condition(parameters.add(ids, 'uuid[]'))}`;
    const rows = await house.database.query<Linked>(statementName(text), text, parameters.values);
    const byKey = Map.groupBy(rows, (row) => row.key);
    return ids.map((id) => (byKey.get(id) ?? []).flatMap((row) => present(row, viewer) ?? []));
  };
}

export const mergedInto = linkedOrders(
  'o.master_id',
  (ids) => `WHERE o.master_id = ANY (${ids}) ORDER BY o.id LIMIT 200`,
);

/** Same category and community, within thirty days, most alike first. */
export const duplicatesOf = linkedOrders(
  'me.id',
  (ids) => `JOIN orders me ON me.id = ANY (${ids}) AND me.id <> o.id
     AND me.community_code = o.community_code AND me.category_code = o.category_code
     AND o.submitted_at BETWEEN coalesce(me.submitted_at, me.created_at) - interval '30 days'
     AND coalesce(me.submitted_at, me.created_at) + interval '30 days'
   WHERE o.state NOT IN ('DRAFT', 'WITHDRAWN', 'MERGED')
   ORDER BY similarity(o.search, me.search) DESC, o.id LIMIT 50`,
);
