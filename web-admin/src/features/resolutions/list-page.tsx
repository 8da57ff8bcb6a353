import { useMemo } from 'react';
import { useScopes } from '../../parts/alliance/use-scopes.ts';
import type { CaseLine } from '../../parts/case-list.tsx';
import { type Chooser, choicesOf, FilterBar } from '../../parts/filter-bar.tsx';
import { spellDay } from '../../parts/instant.ts';
import { PagedCases } from '../../parts/paged-cases.tsx';
import { useAddress } from '../../parts/use-address.ts';
import { usePages } from '../../parts/use-pages.ts';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useCaseNews } from '../../shell/use-case-news.ts';
import { FILTERS } from '../../texts/filters.ts';
import {
  type ResolutionFilter,
  type ResolutionLineFragment,
  ResolutionsListDocument,
  type ResolutionsListQuery,
  type ResolutionSort,
  type ResolutionState,
} from './gql/graphql.ts';
import { RESOLUTION_SORTS, RESOLUTION_STATES, RESOLUTIONS } from './resolutions.texts.ts';

const NAMES = ['scope', 'state', 'overdue', 'sort'] as const;
type Name = (typeof NAMES)[number];
type Given = Readonly<Partial<Record<Name, string>>>;

const RUNNING = 'running';
const USUAL_SORT = 'DUE_FIRST';
const STATES = [{ value: RUNNING, label: FILTERS.running }, ...choicesOf(RESOLUTION_STATES)];

const pick = ({ resolutions }: ResolutionsListQuery) => ({ ...resolutions, totalCount: resolutions.totalCount ?? 0 });

const filterOf = ({ state = RUNNING, overdue }: Given): ResolutionFilter => ({
  ...(state === RUNNING ? { open: true } : { states: [state as ResolutionState] }),
  ...(overdue && { overdue: true }),
});

/** What meetings resolved, until it is closed off: of a place and those within it, or of a unit. */
export function Page() {
  const { given, choose, clear } = useAddress(NAMES);
  const scopes = useScopes();
  const key = JSON.stringify({ ...scopes.filterOf(given.scope), ...filterOf(given) });
  const sort = (given.sort ?? USUAL_SORT) as ResolutionSort;
  const variables = useMemo(() => ({ filter: JSON.parse(key) as ResolutionFilter, sort }), [key, sort]);
  const list = usePages(ResolutionsListDocument, { variables, pick });
  useCaseNews('resolution');
  const choosers: readonly Chooser<Name>[] = [
    { name: 'scope', label: FILTERS.scope, choices: scopes.choices, usual: scopes.usual, width: 220 },
    { name: 'state', label: FILTERS.state, choices: STATES, usual: RUNNING },
    { name: 'overdue', label: RESOLUTIONS.overdue, choices: [{ value: 'yes', label: RESOLUTIONS.onlyOverdue }] },
    { name: 'sort', label: RESOLUTIONS.sort, choices: choicesOf(RESOLUTION_SORTS), usual: USUAL_SORT },
  ];
  return (
    <PageFrame
      title={RESOLUTIONS.title}
      about={<span role="status">{list.totalCount !== undefined && FILTERS.total(list.totalCount)}</span>}
    >
      <FilterBar label={RESOLUTIONS.filters} {...{ given, choose, clear, choosers }} />
      <Sheet>
        <PagedCases list={list} lineOf={lineOf} empty={RESOLUTIONS.empty} />
      </Sheet>
    </PageFrame>
  );
}

const lineOf = ({
  id,
  text,
  stateLabel,
  light,
  leadUnit,
  alliance,
  dueOn,
  progress,
}: ResolutionLineFragment): CaseLine => ({
  ...{ id, title: text, to: `/resolutions/${id}`, state: stateLabel, light: light ?? null },
  about: [
    leadUnit?.name ?? RESOLUTIONS.noLead,
    alliance.name,
    dueOn && RESOLUTIONS.dueDay(spellDay(dueOn)),
    progress > 0 && `${RESOLUTIONS.progress}${RESOLUTIONS.percent(progress)}`,
  ],
});
