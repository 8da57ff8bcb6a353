import { useMemo } from 'react';
import { CreateAndShow } from '../../actions/create-and-show.tsx';
import type { CaseLine } from '../../parts/case-list.tsx';
import { type Chooser, choicesOf, FilterBar } from '../../parts/filter-bar.tsx';
import { PagedCases } from '../../parts/paged-cases.tsx';
import { useAddress } from '../../parts/use-address.ts';
import { usePages } from '../../parts/use-pages.ts';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useCaseNews } from '../../shell/use-case-news.ts';
import { useViewer } from '../../shell/viewer.tsx';
import { FILTERS } from '../../texts/filters.ts';
import { ofUnit } from '../../parts/alliance/roles.ts';
import { useScopes } from '../../parts/alliance/use-scopes.ts';
import {
  type OfferLineFragment,
  OffersListDocument,
  type OffersListQuery,
  type ResourceKind,
  type ResourceOfferFilter,
  type ResourceOfferState,
} from './gql/graphql.ts';
import { RESOURCE_KINDS, RESOURCES } from '../../texts/resources.ts';
import { FreeDuring, freeDuring } from './parts/free-during.tsx';
import { OFFER_STATES, OFFER_STATUS, OFFERS } from './offers.texts.ts';

const NAMES = ['search', 'scope', 'kind', 'state', 'free'] as const;
type Name = (typeof NAMES)[number];
const LISTED: readonly ResourceOfferState[] = ['OFFERED', 'AVAILABLE', 'PAUSED'];

const pick = (data: OffersListQuery) => ({ ...data.resourceOffers, totalCount: data.resourceOffers.totalCount ?? 0 });

const filterOf = ({ search, kind, state, free }: Readonly<Partial<Record<Name, string>>>): ResourceOfferFilter => ({
  states: state ? [state as ResourceOfferState] : [...LISTED],
  ...(kind && { kind: kind as ResourceKind }),
  ...freeDuring(free),
  ...(search?.trim() && { search: search.trim() }),
});

/** What units of the alliance offer: to the viewer's place, or in the alliances of the viewer's unit. */
export function Page() {
  const { given, choose, clear } = useAddress(NAMES);
  const scopes = useScopes('all');
  const key = JSON.stringify({ ...scopes.filterOf(given.scope), ...filterOf(given) });
  const variables = useMemo(() => ({ filter: JSON.parse(key) as ResourceOfferFilter }), [key]);
  const list = usePages(OffersListDocument, { variables, pick });
  useCaseNews('resourceOffer', 'booking');
  const viewer = useViewer();
  const choosers: readonly Chooser<Name>[] = [
    { name: 'scope', label: FILTERS.scope, choices: scopes.choices, usual: scopes.usual, width: 220 },
    { name: 'kind', label: OFFERS.kind, choices: choicesOf(RESOURCE_KINDS) },
    { name: 'state', label: FILTERS.state, choices: choicesOf(OFFER_STATES) },
  ];
  return (
    <PageFrame
      title={OFFERS.title}
      about={<span role="status">{list.totalCount !== undefined && FILTERS.total(list.totalCount)}</span>}
      actions={
        ofUnit(viewer) && (
          <CreateAndShow mutation="resourceOfferCreate" noun="resourceOffer">
            {OFFERS.create}
          </CreateAndShow>
        )
      }
    >
      <FilterBar label={OFFERS.filters} {...{ given, choose, clear, choosers }} search={['search', OFFERS.search]}>
        <FreeDuring value={given.free} onChoose={(text) => choose('free', text)} />
      </FilterBar>
      <Sheet>
        <PagedCases list={list} lineOf={lineOf} empty={OFFERS.empty} />
      </Sheet>
    </PageFrame>
  );
}

const lineOf = ({ id, title, kind, status, amount, measure, unit, division }: OfferLineFragment): CaseLine => ({
  ...{ id, title, to: `/offers/${id}`, state: OFFER_STATUS[status] },
  about: [RESOURCE_KINDS[kind], RESOURCES.amountOf(amount, measure), unit.name, division.label],
});
