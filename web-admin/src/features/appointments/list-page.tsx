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
import { APPOINTMENT_SORTS, APPOINTMENT_STATES, APPOINTMENTS, DIRECTIONS, SEAT_KINDS } from './appointments.texts.ts';
import {
  type AppointmentFilter,
  type AppointmentLineFragment,
  type AppointmentSort,
  AppointmentsListDocument,
  type AppointmentsListQuery,
  type AppointmentState,
  type SeatDirection,
  type SeatKind,
} from './gql/graphql.ts';

const NAMES = ['scope', 'state', 'direction', 'kind', 'mine', 'sort', 'body'] as const;
type Name = (typeof NAMES)[number];
type Given = Readonly<Partial<Record<Name, string>>>;

const RUNNING = 'running';
const USUAL_SORT = 'DUE_FIRST';
const ENDED = ['CLOSED', 'REFUSED', 'DECLINED', 'EXPIRED', 'ENDED'];
const NOT_ENDED = Object.keys(APPOINTMENT_STATES).filter((state) => !ENDED.includes(state)) as AppointmentState[];
const STATES = [{ value: RUNNING, label: FILTERS.running }, ...choicesOf(APPOINTMENT_STATES)];

const pick = ({ appointments }: AppointmentsListQuery) => ({
  ...appointments,
  totalCount: appointments.totalCount ?? 0,
});

const filterOf = ({ state = RUNNING, direction, kind, mine, body }: Given): AppointmentFilter => ({
  states: state === RUNNING ? NOT_ENDED : [state as AppointmentState],
  ...(direction && { direction: direction as SeatDirection }),
  ...(kind && { kind: kind as SeatKind }),
  ...(mine && { mine: true }),
  ...(body && { body }),
});

/** Who crosses from units into communities and back: of a place and those within it, or of a unit. */
export function Page() {
  const { given, choose, clear } = useAddress(NAMES);
  const scopes = useScopes();
  const key = JSON.stringify({ ...scopes.filterOf(given.scope), ...filterOf(given) });
  const sort = (given.sort ?? USUAL_SORT) as AppointmentSort;
  const variables = useMemo(() => ({ filter: JSON.parse(key) as AppointmentFilter, sort }), [key, sort]);
  const list = usePages(AppointmentsListDocument, { variables, pick });
  useCaseNews('appointment');
  const choosers: readonly Chooser<Name>[] = [
    { name: 'scope', label: FILTERS.scope, choices: scopes.choices, usual: scopes.usual, width: 220 },
    { name: 'state', label: FILTERS.state, choices: STATES, usual: RUNNING },
    { name: 'direction', label: APPOINTMENTS.direction, choices: choicesOf(DIRECTIONS) },
    { name: 'kind', label: APPOINTMENTS.kind, choices: choicesOf(SEAT_KINDS), width: 160 },
    { name: 'mine', label: APPOINTMENTS.mine, choices: [{ value: 'yes', label: APPOINTMENTS.onlyMine }], width: 170 },
    { name: 'sort', label: APPOINTMENTS.sort, choices: choicesOf(APPOINTMENT_SORTS), usual: USUAL_SORT },
  ];
  return (
    <PageFrame
      title={APPOINTMENTS.title}
      about={<span role="status">{list.totalCount !== undefined && FILTERS.total(list.totalCount)}</span>}
    >
      <FilterBar label={APPOINTMENTS.filters} {...{ given, choose, clear, choosers }} />
      <Sheet>
        <PagedCases list={list} lineOf={lineOf} empty={APPOINTMENTS.empty} />
      </Sheet>
    </PageFrame>
  );
}

const lineOf = (appointment: AppointmentLineFragment): CaseLine => {
  const { id, title, stateLabel, light, personName, actingName, homeUnit, unit, community, endsOn } = appointment;
  return {
    ...{ id, title, to: `/appointments/${id}`, state: stateLabel, light: light ?? null },
    about: [
      personName ?? APPOINTMENTS.nobody,
      actingName && APPOINTMENTS.acting(actingName),
      homeUnit?.name ?? unit?.name,
      community.label,
      APPOINTMENTS.until(spellDay(endsOn)),
    ],
  };
};
