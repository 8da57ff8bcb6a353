import { useQuery } from '@apollo/client/react';
import { CaseList } from '../../../parts/case-list.tsx';
import { Fault, Loading } from '../../../parts/standing.tsx';
import { When } from '../../../parts/when.tsx';
import { linkOf } from '../../../shell/features.ts';
import { HomeInboxDocument, type HomeInboxQuery } from '../gql/graphql.ts';
import { HOME } from '../home.texts.ts';

const MOST = 6;
type Notice = HomeInboxQuery['inbox']['nodes'][number];

/** Of what is told of one case, the newest. */
const newestOfEach = (notices: readonly Notice[]): readonly Notice[] =>
  notices
    .filter(({ subjectId }, index) => notices.findIndex((other) => other.subjectId === subjectId) === index)
    .slice(0, MOST);

/** What came into the inbox last. */
export function NewestInbox() {
  const { data, error, refetch } = useQuery(HomeInboxDocument);
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const lines = newestOfEach(data.inbox.nodes).map(
    ({ id, noun, subjectId, headline, kindLabel, label, dutyLabel, at, readAt }) => ({
      ...{ id, title: headline, to: linkOf(noun, subjectId), state: readAt ? null : HOME.unread },
      about: [HOME.about(kindLabel, label), dutyLabel && HOME.due(dutyLabel), <When key="at" at={at} />],
    }),
  );
  return <CaseList lines={lines} empty={HOME.noInbox} />;
}
