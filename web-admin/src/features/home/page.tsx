import { useQuery } from '@apollo/client/react';
import { Fault, Loading, Nothing } from '../../parts/standing.tsx';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { HomeDeskDocument } from './gql/graphql.ts';
import { HOME } from './home.texts.ts';

/** What is there to do today. */
export function Page() {
  const { data, error, refetch } = useQuery(HomeDeskDocument);
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <PageFrame title={HOME.title}>
      <Sheet>
        {data.orderDesk.length === 0 ? (
          <Nothing text={HOME.nothing} />
        ) : (
          <ul>
            {data.orderDesk.map(({ bucket, label, count }) => (
              <li key={bucket}>
                {label}：{count}
              </li>
            ))}
          </ul>
        )}
      </Sheet>
    </PageFrame>
  );
}
