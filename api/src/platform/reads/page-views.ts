import type { GraphQLResolveInfo } from 'graphql';
import { readPage, type Connection, type Page } from '../graphql/connection.ts';
import type { Context } from '../graphql/context.ts';
import type { Paged } from './page.ts';
import { columnsOf, readRows } from './rows.ts';
import { viewOf, type View } from './shape.ts';
import { afterSql, orderSql } from './sort.ts';

/** A page by the general executor. `list` is written anew for every statement of the call. */
export function readViews(
  list: () => Paged,
  page: Page,
  { context, info }: { context: Context; info: GraphQLResolveInfo },
): Promise<Connection<View>> {
  const { sort } = list();
  const rows = async (position: readonly unknown[] | null, limit: number): Promise<View[]> => {
    const { it, where } = list().rows();
    const { parameters } = it.statement;
    const after = position ? [afterSql(sort, it.row, (index, type) => parameters.add(position[index], type))] : [];
    const order = orderSql(sort, it.row);
    const columns = columnsOf(it.shape, it.row, context.viewer, parameters);
    const from = it.from({ where: [...where, ...after], order, limit, wayByWay: true });
    const text = `SELECT ${columns} FROM ${from} ORDER BY ${order}`;
    const found = await readRows(text, parameters, context);
    return found.flatMap((row) => viewOf(it.shape, row, {}, context.viewer) ?? []);
  };
  const count = async () => {
    const { it, where } = list().rows();
    const text = `SELECT count(*) AS count FROM ${it.from({ where, wayByWay: true })}`;
    const [row] = await readRows(text, it.statement.parameters, context);
    return row!['count'] as number;
  };
  const position = (view: View) => sort.keys.map((key) => key.of(view));
  return readPage<View>({ page, order: sort.name, position, rows, count }, info);
}
