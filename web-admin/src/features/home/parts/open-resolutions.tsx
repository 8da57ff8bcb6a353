import { useMemo } from 'react';
import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { CaseList } from '../../../parts/case-list.tsx';
import { Reading } from '../../../parts/reading.tsx';
import { When } from '../../../parts/when.tsx';
import { linkOf } from '../../../shell/features.ts';
import { useViewer } from '../../../shell/viewer.tsx';
import { HomeResolutionsDocument, type HomeResolutionsQuery } from '../gql/graphql.ts';
import { HOME } from '../home.texts.ts';

type Resolution = HomeResolutionsQuery['resolutions']['nodes'][number];

const lineOf = ({ id, text, stateLabel, light, leadUnit, dueOn }: Resolution) => ({
  ...{ id, title: text, to: linkOf('resolution', id), state: stateLabel, light: light ?? null },
  about: [
    leadUnit?.shortName,
    dueOn && (
      <span key="due">
        {HOME.dueOn} <When at={dueOn} day />
      </span>
    ),
  ],
});

/** What was resolved and is not done yet, the most urgent first: a unit sees what it leads or takes part in. */
export function OpenResolutions({ unitId }: { readonly unitId: string | null }) {
  const variables = useMemo(() => ({ filter: { open: true, ...(unitId && { unit: unitId }) } }), [unitId]);
  const query = useQuery(HomeResolutionsDocument, { variables });
  return (
    <Reading query={query}>
      {({ resolutions: { nodes, totalCount: all } }) => (
        <>
          <CaseList lines={nodes.map(lineOf)} empty={HOME.noResolutions} />
          {(all ?? 0) > nodes.length && (
            <Link to="/resolutions">{HOME.moreResolutions((all ?? 0) - nodes.length)}</Link>
          )}
        </>
      )}
    </Reading>
  );
}

/** The unit for which the viewer acts, if it is one. */
export function useOwnUnit(): string | null {
  const { post } = useViewer();
  return post && ['UNIT_LIAISON', 'UNIT_LEAD'].includes(post.role) ? post.scope : null;
}
