import { useMemo } from 'react';
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
import {
  type Light,
  type ProjectFilter,
  type ProjectLineFragment,
  type ProjectSort,
  ProjectsListDocument,
  type ProjectsListQuery,
  type ProjectState,
} from './gql/graphql.ts';
import { PROJECT_SORTS, PROJECT_STATES, PROJECTS } from './projects.texts.ts';

const NAMES = ['search', 'scope', 'state', 'light', 'sort'] as const;
type Name = (typeof NAMES)[number];

const proposes = actsAs(
  ...(['COMMUNITY_WORKER', 'COMMUNITY_SECRETARY', 'STREET_REVIEWER', 'STREET_COMMITTEE'] as const),
  ...(['UNIT_LIAISON', 'UNIT_LEAD'] as const),
);
const pick = (data: ProjectsListQuery) => ({ ...data.projects, totalCount: data.projects.totalCount ?? 0 });

const filterOf = ({ search, state, light }: Readonly<Partial<Record<Name, string>>>): ProjectFilter => ({
  ...(search?.trim() && { search: search.trim() }),
  ...(state && { states: [state as ProjectState] }),
  ...(light && { light: light as Light }),
});

/** What the alliance does about needs. */
export function Page() {
  const { given, choose, clear } = useAddress(NAMES);
  const scopes = useScopes('all');
  const key = JSON.stringify({ ...scopes.filterOf(given.scope), ...filterOf(given) });
  const sort = (given.sort ?? 'DUE_FIRST') as ProjectSort;
  const variables = useMemo(() => ({ filter: JSON.parse(key) as ProjectFilter, sort }), [key, sort]);
  const list = usePages(ProjectsListDocument, { variables, pick });
  useCaseNews('project');
  const viewer = useViewer();
  const place = viewer.post?.division;
  const choosers: readonly Chooser<Name>[] = [
    { name: 'scope', label: FILTERS.scope, choices: scopes.choices, usual: scopes.usual, width: 220 },
    { name: 'state', label: FILTERS.state, choices: choicesOf(PROJECT_STATES), width: 120 },
    { name: 'light', label: FILTERS.light, choices: choicesOf(FILTERS.lights), width: 100 },
    { name: 'sort', label: PROJECTS.sort, choices: choicesOf(PROJECT_SORTS), usual: 'DUE_FIRST', width: 120 },
  ];
  return (
    <PageFrame
      title={PROJECTS.title}
      about={<span role="status">{list.totalCount !== undefined && FILTERS.total(list.totalCount)}</span>}
      actions={
        proposes(viewer) && (
          <CreateAndShow mutation="projectCreate" noun="project" preset={place ? { division: place.code } : {}}>
            {PROJECTS.create}
          </CreateAndShow>
        )
      }
    >
      <FilterBar
        label={PROJECTS.filters}
        {...{ given, choose, clear, choosers }}
        search={['search', PROJECTS.search]}
      />
      <Sheet>
        <PagedCases list={list} lineOf={lineOf} empty={PROJECTS.empty} />
      </Sheet>
    </PageFrame>
  );
}

const lineOf = (project: ProjectLineFragment): CaseLine => {
  const { id, title, stateLabel, light, dueOn, unit, street, community, milestones } = project;
  const done = milestones.filter(({ doneOn }) => doneOn).length;
  return {
    ...{ id, title, to: `/projects/${id}`, state: stateLabel, light: light ?? null },
    about: [
      (community ?? street).label,
      unit && PROJECTS.claimedBy(unit.shortName),
      PROJECTS.due(spellDay(dueOn)),
      milestones.length > 0 && PROJECTS.steps(done, milestones.length),
    ],
  };
};
