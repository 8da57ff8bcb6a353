import { useMemo } from 'react';
import { CaseList } from '../../parts/case-list.tsx';
import { Fault, Loading } from '../../parts/standing.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { When } from '../../parts/when.tsx';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { BOARD } from '../../texts/figures.ts';
import { BoardOrderListDocument, type BoardOrderListQuery, type OrderFilter, type OrderState } from './gql/graphql.ts';
import { type Conditions, useConditions, useSaid } from './parts/conditions.ts';

const pick = (data: BoardOrderListQuery) => ({ ...data.orders, totalCount: data.orders.totalCount ?? 0 });

function filterOf({ instants, division, unit, states, light, flags: { late, rated } }: Conditions): OrderFilter {
  return {
    ...{ submittedFrom: instants.from, submittedBefore: instants.before },
    ...(division && { division }),
    ...(unit && { unit }),
    ...(states && { states: states as OrderState[] }),
    ...(light && { light }),
    ...(late !== undefined && { late }),
    ...(rated !== undefined && { rated }),
  };
}

/** The orders that a figure counts. */
export function Page() {
  const conditions = useConditions();
  const said = useSaid(conditions);
  const key = JSON.stringify(filterOf(conditions));
  const variables = useMemo(() => ({ filter: JSON.parse(key) as OrderFilter }), [key]);
  const list = usePages(BoardOrderListDocument, { variables, pick });
  const about = list.totalCount === undefined ? said : `${said} · ${BOARD.total(list.totalCount)}`;
  return (
    <PageFrame title={BOARD.listOrders} about={<span role="status">{about}</span>}>
      <Sheet>
        {list.error && !list.data && <Fault error={list.error} onRetry={list.refetch} />}
        {!list.data && !list.error && <Loading />}
        {list.data && (
          <CaseList lines={list.nodes.map(lineOf)} hasMore={list.hasMore} loading={list.busy} onMore={list.more} />
        )}
      </Sheet>
    </PageFrame>
  );
}

type Node = BoardOrderListQuery['orders']['nodes'][number];

const lineOf = ({ id, number, title, stateLabel, light, submittedAt, community, category, unit }: Node) => ({
  ...{ id, title: title ?? BOARD.untitled, to: `/orders/${id}`, state: stateLabel, light: light ?? null },
  about: [
    number,
    community.label,
    category.name,
    unit?.shortName,
    submittedAt && (
      <>
        {BOARD.submitted} <When at={submittedAt} />
      </>
    ),
  ],
});
