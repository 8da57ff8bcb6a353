import { useMemo } from 'react';
import { CaseList } from '../../parts/case-list.tsx';
import { spellDay } from '../../parts/instant.ts';
import { Fault, Loading } from '../../parts/standing.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { linkOf } from '../../shell/features.ts';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { BOARD } from '../../texts/figures.ts';
import {
  BoardResolutionListDocument,
  type BoardResolutionListQuery,
  type ResolutionFilter,
  type ResolutionState,
} from './gql/graphql.ts';
import { type Conditions, useConditions, useSaid } from './parts/conditions.ts';

const pick = (data: BoardResolutionListQuery) => ({
  ...data.resolutions,
  totalCount: data.resolutions.totalCount ?? 0,
});

function filterOf({
  instants,
  division,
  unit,
  states,
  flags: { open, overdue, inTime },
}: Conditions): ResolutionFilter {
  return {
    ...{ dispatchedFrom: instants.from, dispatchedBefore: instants.before },
    ...(division && { division }),
    ...(unit && { unit }),
    ...(states && { states: states as ResolutionState[] }),
    ...(open !== undefined && { open }),
    ...(overdue !== undefined && { overdue }),
    ...(inTime !== undefined && { inTime }),
  };
}

/** The resolutions that a figure counts. */
export function Page() {
  const conditions = useConditions();
  const said = useSaid(conditions);
  const key = JSON.stringify(filterOf(conditions));
  const variables = useMemo(() => ({ filter: JSON.parse(key) as ResolutionFilter }), [key]);
  const list = usePages(BoardResolutionListDocument, { variables, pick });
  const about = list.totalCount === undefined ? said : `${said} · ${BOARD.total(list.totalCount)}`;
  return (
    <PageFrame title={BOARD.listResolutions} about={<span role="status">{about}</span>}>
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

type Node = BoardResolutionListQuery['resolutions']['nodes'][number];

const lineOf = ({ id, text, stateLabel, light, dueOn, leadUnit, alliance }: Node) => ({
  ...{ id, title: text, to: linkOf('resolution', id), state: stateLabel, light: light ?? null },
  about: [alliance.name, leadUnit?.shortName, dueOn && BOARD.dueOn(spellDay(dueOn))],
});
