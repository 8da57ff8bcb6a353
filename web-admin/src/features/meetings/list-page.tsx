import { useMemo, useState } from 'react';
import { CreateAndShow } from '../../actions/create-and-show.tsx';
import { useScopes } from '../../parts/alliance/use-scopes.ts';
import type { CaseLine } from '../../parts/case-list.tsx';
import { type Chooser, choicesOf, FilterBar } from '../../parts/filter-bar.tsx';
import { PagedCases } from '../../parts/paged-cases.tsx';
import { Reading } from '../../parts/reading.tsx';
import { useAddress } from '../../parts/use-address.ts';
import { usePages } from '../../parts/use-pages.ts';
import { When } from '../../parts/when.tsx';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useCaseNews } from '../../shell/use-case-news.ts';
import { actsAs, useViewer } from '../../shell/viewer.tsx';
import { FILTERS } from '../../texts/filters.ts';
import {
  type JointMeetingState,
  type MeetingLineFragment,
  MeetingsListDocument,
  type MeetingsListQuery,
} from './gql/graphql.ts';
import { MEETING_STATES, MEETINGS } from './meetings.texts.ts';
import { Cadence } from './parts/cadence.tsx';
import { monthOf } from '../../parts/month.ts';
import { MonthTable } from './parts/month-table.tsx';
import './meetings.css';

const NAMES = ['scope', 'state', 'view'] as const;
type Name = (typeof NAMES)[number];
const CALENDAR = 'calendar';
/** A calendar shows what one page of the server holds: more than a year of one street. */
const MANY = 100;

const convenes = actsAs('STREET_COMMITTEE', 'COMMUNITY_SECRETARY');
const pick = ({ jointMeetings }: MeetingsListQuery) => ({
  ...jointMeetings,
  totalCount: jointMeetings.totalCount ?? 0,
});
const isNarrow = () => window.matchMedia('(max-width: 600px)').matches;

/** Joint meetings, in a calendar or as a list, and how they keep their cadence. */
export function Page() {
  const { given, choose, clear } = useAddress(NAMES);
  const [month, setMonth] = useState(() => monthOf(new Date()));
  const scopes = useScopes('all');
  const { division = null } = scopes.filterOf(given.scope);
  const state = (given.state ?? null) as JointMeetingState | null;
  const usual = isNarrow() ? 'list' : CALENDAR;
  const view = given.view ?? usual;
  const variables = useMemo(() => ({ division, state, first: view === CALENDAR ? MANY : 20 }), [division, state, view]);
  const list = usePages(MeetingsListDocument, { variables, pick });
  useCaseNews('jointMeeting');
  const viewer = useViewer();
  const views = [
    { value: CALENDAR, label: MEETINGS.calendar },
    { value: 'list', label: MEETINGS.list },
  ];
  const choosers: readonly Chooser<Name>[] = [
    { name: 'view', label: MEETINGS.view, choices: views, usual, width: 110 },
    { name: 'scope', label: FILTERS.scope, choices: scopes.choices, usual: scopes.usual, width: 240 },
    { name: 'state', label: FILTERS.state, choices: choicesOf(MEETING_STATES) },
  ];
  return (
    <PageFrame
      title={MEETINGS.title}
      about={<span role="status">{list.totalCount !== undefined && FILTERS.total(list.totalCount)}</span>}
      actions={convenes(viewer) && <CreateAndShow {...CREATE}>{MEETINGS.create}</CreateAndShow>}
    >
      <FilterBar label={MEETINGS.filters} {...{ given, choose, clear, choosers }} />
      <Sheet>
        {view === CALENDAR ? (
          <Reading query={list}>{() => <MonthTable month={month} meetings={list.nodes} onMonth={setMonth} />}</Reading>
        ) : (
          <PagedCases list={list} lineOf={lineOf} empty={MEETINGS.empty} />
        )}
      </Sheet>
      <Cadence division={division} />
    </PageFrame>
  );
}

const CREATE = { mutation: 'jointMeetingCreate', noun: 'jointMeeting' } as const;

const lineOf = ({ id, title, stateLabel, light, startsAt, place, alliance }: MeetingLineFragment): CaseLine => ({
  ...{ id, title, to: `/meetings/${id}`, state: stateLabel, light: light ?? null },
  about: [<When key="at" at={startsAt} />, place, alliance.name],
});
