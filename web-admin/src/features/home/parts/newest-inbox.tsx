import { useQuery } from '@apollo/client/react';
import { CaseList } from '../../../parts/case-list.tsx';
import { Fault, Loading } from '../../../parts/standing.tsx';
import { When } from '../../../parts/when.tsx';
import { linkOf } from '../../../shell/features.ts';
import { HomeInboxDocument } from '../gql/graphql.ts';
import { HOME } from '../home.texts.ts';

/** What came into the inbox last. */
export function NewestInbox() {
  const { data, error, refetch } = useQuery(HomeInboxDocument);
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const lines = data.inbox.nodes.map(({ id, noun, subjectId, headline, kindLabel, label, dutyLabel, at, readAt }) => ({
    ...{ id, title: headline, to: linkOf(noun, subjectId), state: readAt ? null : HOME.unread },
    about: [HOME.about(kindLabel, label), dutyLabel && HOME.due(dutyLabel), <When key="at" at={at} />],
  }));
  return <CaseList lines={lines} empty={HOME.noInbox} />;
}
