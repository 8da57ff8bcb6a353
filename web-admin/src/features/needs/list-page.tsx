import { useMemo } from 'react';
import { CreateAndShow } from '../../actions/create-and-show.tsx';
import type { Values } from '../../actions/form.ts';
import type { CaseLine } from '../../parts/case-list.tsx';
import { type Chooser, choicesOf, FilterBar } from '../../parts/filter-bar.tsx';
import { PagedCases } from '../../parts/paged-cases.tsx';
import { useAddress } from '../../parts/use-address.ts';
import { usePages } from '../../parts/use-pages.ts';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useCaseNews } from '../../shell/use-case-news.ts';
import { actsAs, useViewer, type Viewer } from '../../shell/viewer.tsx';
import { FILTERS } from '../../texts/filters.ts';
import { ofUnit } from '../../parts/alliance/roles.ts';
import { useScopes } from '../../parts/alliance/use-scopes.ts';
import { RESOURCE_KINDS, RESOURCES } from '../../texts/resources.ts';
import {
  type Light,
  type NeedFilter,
  type NeedLineFragment,
  type NeedSort,
  NeedsListDocument,
  type NeedsListQuery,
  type NeedState,
  type NeedUrgency,
  type ResourceKind,
} from './gql/graphql.ts';
import { NEED_SORTS, NEED_STATES, NEED_URGENCIES, NEEDS } from './needs.texts.ts';

const NAMES = ['search', 'scope', 'state', 'light', 'kind', 'urgency', 'sort'] as const;
type Name = (typeof NAMES)[number];

const collects = actsAs(
  ...(['GRID_WORKER', 'GRID_SECRETARY', 'COMMUNITY_WORKER', 'COMMUNITY_SECRETARY'] as const),
  ...(['STREET_REVIEWER', 'STREET_COMMITTEE', 'UNIT_LIAISON', 'UNIT_LEAD'] as const),
);
const pick = (data: NeedsListQuery) => ({ ...data.needs, totalCount: data.needs.totalCount ?? 0 });

function filterOf({ search, state, light, kind, urgency }: Readonly<Partial<Record<Name, string>>>): NeedFilter {
  return {
    ...(search?.trim() && { search: search.trim() }),
    ...(state && { states: [state as NeedState] }),
    ...(light && { light: light as Light }),
    ...(kind && { kind: kind as ResourceKind }),
    ...(urgency && { urgency: urgency as NeedUrgency }),
  };
}

/** What is known before the form opens: whose need it is, and where. */
function presetOf(viewer: Viewer): Values {
  if (ofUnit(viewer)) return { owner: 'UNIT', privacy: 'ALLIANCE' };
  const { division } = viewer.post ?? {};
  return division && division.level !== 'GRID' ? { division: division.code } : {};
}

/** What residents, communities and units lack. */
export function Page() {
  const { given, choose, clear } = useAddress(NAMES);
  const scopes = useScopes('all');
  const key = JSON.stringify({ ...scopes.filterOf(given.scope), ...filterOf(given) });
  const sort = (given.sort ?? 'DUE_FIRST') as NeedSort;
  const variables = useMemo(() => ({ filter: JSON.parse(key) as NeedFilter, sort }), [key, sort]);
  const list = usePages(NeedsListDocument, { variables, pick });
  useCaseNews('need');
  const viewer = useViewer();
  const choosers: readonly Chooser<Name>[] = [
    { name: 'scope', label: FILTERS.scope, choices: scopes.choices, usual: scopes.usual, width: 220 },
    { name: 'state', label: FILTERS.state, choices: choicesOf(NEED_STATES), width: 120 },
    { name: 'light', label: FILTERS.light, choices: choicesOf(FILTERS.lights), width: 100 },
    { name: 'kind', label: NEEDS.kind, choices: choicesOf(RESOURCE_KINDS), width: 120 },
    { name: 'urgency', label: NEEDS.urgency, choices: choicesOf(NEED_URGENCIES), width: 120 },
    { name: 'sort', label: NEEDS.sort, choices: choicesOf(NEED_SORTS), usual: 'DUE_FIRST', width: 120 },
  ];
  return (
    <PageFrame
      title={NEEDS.title}
      about={<span role="status">{list.totalCount !== undefined && FILTERS.total(list.totalCount)}</span>}
      actions={
        collects(viewer) && (
          <CreateAndShow mutation="needCreate" noun="need" preset={presetOf(viewer)}>
            {NEEDS.create}
          </CreateAndShow>
        )
      }
    >
      <FilterBar label={NEEDS.filters} {...{ given, choose, clear, choosers }} search={['search', NEEDS.search]} />
      <Sheet>
        <PagedCases list={list} lineOf={lineOf} empty={NEEDS.empty} />
      </Sheet>
    </PageFrame>
  );
}

const lineOf = (need: NeedLineFragment): CaseLine => {
  const { id, title, stateLabel, light, kind, urgency, amount, measure, street, community, unit, giver } = need;
  return {
    ...{ id, title, to: `/needs/${id}`, state: stateLabel, light: light ?? null },
    about: [
      RESOURCE_KINDS[kind],
      RESOURCES.amountOf(amount, measure),
      urgency !== 'NORMAL' && NEEDS.urgencyOf(NEED_URGENCIES[urgency]),
      (community ?? street).label,
      unit?.shortName,
      giver && NEEDS.given(giver.shortName),
    ],
  };
};
