import { Link, useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { Facts } from '../../parts/facts.tsx';
import { Fault, Loading, Nothing } from '../../parts/standing.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { linkOf } from '../../shell/features.ts';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { SearchUnitDocument } from './gql/graphql.ts';
import { SEARCH, UNIT_KINDS } from './search.texts.ts';

/** What everybody in the house may know of a unit. */
export function Page() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(SearchUnitDocument, { variables: { id } });
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { unit } = data;
  if (!unit)
    return (
      <PageFrame title={SEARCH.unit}>
        <Nothing text={SEARCH.noUnit} />
      </PageFrame>
    );
  const alliances = unit.alliances.map(({ id: alliance, name }) => (
    <Named key={alliance} noun="alliance" id={alliance} name={name} />
  ));
  return (
    <PageFrame
      title={unit.name}
      about={<StateTag label={unit.state === 'ACTIVE' ? SEARCH.active : SEARCH.suspended} />}
    >
      <Sheet>
        <Facts
          facts={[
            [SEARCH.shortName, unit.shortName],
            [SEARCH.kind, UNIT_KINDS[unit.kind]],
            [SEARCH.place, unit.division.label],
            [SEARCH.alliances, alliances.length > 0 && alliances],
            [SEARCH.areas, unit.areas.map(({ label }) => label).join('、')],
            [SEARCH.capabilities, unit.capabilities.map(({ name }) => name).join('、')],
          ]}
        />
      </Sheet>
    </PageFrame>
  );
}

function Named({ noun, id, name }: { readonly noun: string; readonly id: string; readonly name: string }) {
  const to = linkOf(noun, id);
  return <div>{to ? <Link to={to}>{name}</Link> : name}</div>;
}
