import { useMemo } from 'react';
import { CaseList } from '../../parts/case-list.tsx';
import { Fault, Loading } from '../../parts/standing.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { When } from '../../parts/when.tsx';
import { linkOf } from '../../shell/features.ts';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { BOARD } from '../../texts/figures.ts';
import { BoardMeetingListDocument, type BoardMeetingListQuery } from './gql/graphql.ts';
import { useConditions, useSaid } from './parts/conditions.ts';

const pick = (data: BoardMeetingListQuery) => ({
  ...data.jointMeetings,
  totalCount: data.jointMeetings.totalCount ?? 0,
});

/** The regular meetings that were held. */
export function Page() {
  const conditions = useConditions();
  const said = useSaid(conditions);
  const { instants, division, alliance } = conditions;
  const { from, before } = instants;
  const variables = useMemo(() => ({ from, before, division, alliance }), [from, before, division, alliance]);
  const list = usePages(BoardMeetingListDocument, { variables, pick });
  const about = list.totalCount === undefined ? said : `${said} · ${BOARD.totalMeetings(list.totalCount)}`;
  return (
    <PageFrame title={BOARD.listMeetings} about={<span role="status">{about}</span>}>
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

type Node = BoardMeetingListQuery['jointMeetings']['nodes'][number];

const lineOf = ({ id, title, stateLabel, openedAt, alliance }: Node) => ({
  ...{ id, title, to: linkOf('jointMeeting', id) ?? linkOf('meeting', id), state: stateLabel },
  about: [alliance.name, openedAt && <When at={openedAt} />],
});
