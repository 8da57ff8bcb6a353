import { useMemo } from 'react';
import { useQuery } from '@apollo/client/react';
import { CreateAndShow } from '../../actions/create-and-show.tsx';
import type { CaseLine } from '../../parts/case-list.tsx';
import { type Chooser, choicesOf, FilterBar } from '../../parts/filter-bar.tsx';
import { spellDay } from '../../parts/instant.ts';
import { PagedCases } from '../../parts/paged-cases.tsx';
import { useAddress } from '../../parts/use-address.ts';
import { usePages } from '../../parts/use-pages.ts';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useCaseNews } from '../../shell/use-case-news.ts';
import { actsAs, useViewer } from '../../shell/viewer.tsx';
import { FILTERS } from '../../texts/filters.ts';
import { useScopes } from '../../parts/alliance/use-scopes.ts';
import { AGREEMENT_SORTS, AGREEMENT_STATES, AGREEMENTS } from './agreements.texts.ts';
import {
  type AgreementFilter,
  type AgreementLineFragment,
  type AgreementSort,
  type AgreementState,
  AgreementsAllianceDocument,
  AgreementsListDocument,
  type AgreementsListQuery,
  type Light,
} from './gql/graphql.ts';
import { saidTerm } from './parts/term.ts';

const NAMES = ['scope', 'state', 'light', 'wait', 'sort'] as const;
type Name = (typeof NAMES)[number];
type Given = Readonly<Partial<Record<Name, string>>>;

const drafts = actsAs('COMMUNITY_WORKER', 'COMMUNITY_SECRETARY', 'STREET_COMMITTEE');
const pick = (data: AgreementsListQuery) => ({ ...data.agreements, totalCount: data.agreements.totalCount ?? 0 });

const RUNNING = 'running';
const STATES = [{ value: RUNNING, label: FILTERS.running }, ...choicesOf(AGREEMENT_STATES)];
const NOT_ENDED: readonly AgreementState[] = [
  ...(['DRAFT', 'NEGOTIATING', 'TO_SIGN', 'ONE_SIGNED', 'SIGNED', 'ACTIVE', 'EXPIRING', 'TERMINATING'] as const),
];

const filterOf = ({ state = RUNNING, light, wait }: Given): AgreementFilter => ({
  states: state === RUNNING ? [...NOT_ENDED] : [state as AgreementState],
  ...(light && { light: light as Light }),
  ...(wait === 'me' && { awaitsMe: true }),
  ...(wait === 'warned' && { warned: true }),
});

/** Agreements: of the place and those within it, or of the unit. */
export function Page() {
  const { given, choose, clear } = useAddress(NAMES);
  const scopes = useScopes();
  const key = JSON.stringify({ ...scopes.filterOf(given.scope), ...filterOf(given) });
  const sort = (given.sort ?? 'ENDING_FIRST') as AgreementSort;
  const variables = useMemo(() => ({ filter: JSON.parse(key) as AgreementFilter, sort }), [key, sort]);
  const list = usePages(AgreementsListDocument, { variables, pick });
  useCaseNews('agreement');
  const viewer = useViewer();
  const choosers: readonly Chooser<Name>[] = [
    { name: 'scope', label: FILTERS.scope, choices: scopes.choices, usual: scopes.usual, width: 220 },
    { name: 'state', label: FILTERS.state, choices: STATES, usual: RUNNING },
    { name: 'light', label: FILTERS.light, choices: choicesOf(FILTERS.lights), width: 100 },
    { name: 'wait', label: AGREEMENTS.mine, choices: WAITS, width: 160 },
    { name: 'sort', label: AGREEMENTS.sort, choices: choicesOf(AGREEMENT_SORTS), usual: 'ENDING_FIRST' },
  ];
  return (
    <PageFrame
      title={AGREEMENTS.title}
      about={<span role="status">{list.totalCount !== undefined && FILTERS.total(list.totalCount)}</span>}
      actions={drafts(viewer) && <Create division={viewer.post?.division?.code ?? ''} />}
    >
      <FilterBar label={AGREEMENTS.filters} {...{ given, choose, clear, choosers }} />
      <Sheet>
        <PagedCases list={list} lineOf={lineOf} empty={AGREEMENTS.empty} />
      </Sheet>
    </PageFrame>
  );
}

const WAITS = [
  { value: 'me', label: AGREEMENTS.awaitsMe },
  { value: 'warned', label: AGREEMENTS.warned },
];

/** Drafts one of the alliance that the viewer's office leads. */
function Create({ division }: { readonly division: string }) {
  const { data } = useQuery(AgreementsAllianceDocument, { variables: { division } });
  const id = data?.division?.alliance?.id;
  return (
    <CreateAndShow mutation="agreementCreate" noun="agreement" preset={id ? { allianceId: id } : {}}>
      {AGREEMENTS.create}
    </CreateAndShow>
  );
}

const lineOf = (agreement: AgreementLineFragment): CaseLine => {
  const { id, title, unit, alliance, stateLabel, light, startsOn, endsOn, warnedAt } = agreement;
  return {
    ...{ id, title, to: `/agreements/${id}`, state: stateLabel, light: light ?? null },
    about: [
      unit.name,
      alliance.name,
      AGREEMENTS.termOf(spellDay(startsOn), spellDay(endsOn)),
      saidTerm(agreement),
      warnedAt && AGREEMENTS.warning,
    ],
  };
};
