import { useMemo } from 'react';
import { useQuery } from '@apollo/client/react';
import { CreateAndShow } from '../../actions/create-and-show.tsx';
import { CaseList, type CaseLine } from '../../parts/case-list.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { PagedCases } from '../../parts/paged-cases.tsx';
import { Reading } from '../../parts/reading.tsx';
import { useAddress } from '../../parts/use-address.ts';
import { usePages } from '../../parts/use-pages.ts';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { actsAs, useViewer } from '../../shell/viewer.tsx';
import { FILTERS } from '../../texts/filters.ts';
import { ALLIANCES } from './alliances.texts.ts';
import {
  type AllianceLineFragment,
  AlliancesListDocument,
  type AlliancesListQuery,
  AlliancesOfUnitDocument,
} from './gql/graphql.ts';
import { ofUnit } from '../../parts/alliance/roles.ts';
import { useScopes } from '../../parts/alliance/use-scopes.ts';

const NAMES = ['scope'] as const;
const pick = (data: AlliancesListQuery) => ({ ...data.alliances, totalCount: data.alliances.totalCount ?? 0 });

/** The alliances of the place and those within it; of a unit, those to which it belongs. */
export function Page() {
  const viewer = useViewer();
  return ofUnit(viewer) ? <OfUnit unit={viewer.post?.scope ?? ''} /> : <OfPlace />;
}

function OfUnit({ unit }: { readonly unit: string }) {
  const query = useQuery(AlliancesOfUnitDocument, { variables: { unit } });
  return (
    <PageFrame title={ALLIANCES.title}>
      <Sheet>
        <Reading query={query}>
          {(data) => <CaseList lines={(data.unit?.alliances ?? []).map(lineOf)} empty={ALLIANCES.empty} />}
        </Reading>
      </Sheet>
    </PageFrame>
  );
}

const forms = actsAs('STREET_COMMITTEE');

function OfPlace() {
  const viewer = useViewer();
  const { given, choose, clear } = useAddress(NAMES);
  const scopes = useScopes();
  const { division } = scopes.filterOf(given.scope);
  const variables = useMemo(() => ({ division: division ?? null }), [division]);
  const list = usePages(AlliancesListDocument, { variables, pick });
  const choosers = [
    { name: 'scope' as const, label: FILTERS.scope, choices: scopes.choices, usual: scopes.usual, width: 220 },
  ];
  return (
    <PageFrame
      title={ALLIANCES.title}
      about={<span role="status">{list.totalCount !== undefined && FILTERS.total(list.totalCount)}</span>}
      actions={
        forms(viewer) && (
          <CreateAndShow mutation="allianceForm" noun="alliance">
            {ALLIANCES.form}
          </CreateAndShow>
        )
      }
    >
      <FilterBar label={ALLIANCES.filters} {...{ given, choose, clear, choosers }} />
      <Sheet>
        <PagedCases list={list} lineOf={lineOf} empty={ALLIANCES.empty} />
      </Sheet>
    </PageFrame>
  );
}

const lineOf = ({ id, name, ledBy, cadence, members }: AllianceLineFragment): CaseLine => ({
  ...{ id, title: name, to: `/alliances/${id}` },
  about: [ALLIANCES.ledBy(ledBy), ALLIANCES.members(members.totalCount ?? 0), cadence?.behind && ALLIANCES.behind],
});
