import { useMemo } from 'react';
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
import {
  type BookingFilter,
  type BookingState,
  OffersBookingsDocument,
  type OffersBookingsQuery,
} from './gql/graphql.ts';
import { BOOKING_STATES, BOOKINGS } from './offers.texts.ts';
import { Span } from '../../parts/span.tsx';

const NAMES = ['view', 'state'] as const;
type Name = (typeof NAMES)[number];
const RUNNING = 'running';
const STATES = [{ value: RUNNING, label: FILTERS.running }, ...choicesOf(BOOKING_STATES)];
const VIEWS = [
  { value: 'booked', label: BOOKINGS.booked },
  { value: 'given', label: BOOKINGS.given },
  { value: 'all', label: FILTERS.allSeen },
];

const pick = (data: OffersBookingsQuery) => ({ ...data.bookings, totalCount: data.bookings.totalCount ?? 0 });

const whose = (view: string, unit: string): BookingFilter => {
  if (view === 'all') return {};
  return view === 'given' ? { offeringUnit: unit } : { unit };
};

function filterOf(
  { view = 'booked', state = RUNNING }: Readonly<Partial<Record<Name, string>>>,
  unit?: string,
): BookingFilter {
  const states = state === RUNNING ? (['RESERVED', 'IN_USE'] as const) : [state as BookingState];
  return { ...(unit && whose(view, unit)), states: [...states] };
}

/** Who has what, when: a unit's own bookings and those of what it offers, or all of a place. */
export function Page() {
  const { given, choose, clear } = useAddress(NAMES);
  const viewer = useViewer();
  const unit = ofUnit(viewer) ? viewer.post?.scope : undefined;
  const key = JSON.stringify(filterOf(given, unit));
  const variables = useMemo(() => ({ filter: JSON.parse(key) as BookingFilter }), [key]);
  const list = usePages(OffersBookingsDocument, { variables, pick });
  useCaseNews('booking');
  const choosers: readonly Chooser<Name>[] = [
    ...(unit ? [{ name: 'view' as const, label: BOOKINGS.view, choices: VIEWS, usual: 'booked', width: 180 }] : []),
    { name: 'state', label: FILTERS.state, choices: STATES, usual: RUNNING },
  ];
  return (
    <PageFrame
      title={BOOKINGS.title}
      about={<span role="status">{list.totalCount !== undefined && FILTERS.total(list.totalCount)}</span>}
    >
      <FilterBar label={BOOKINGS.filters} {...{ given, choose, clear, choosers }} />
      <Sheet>
        <PagedCases list={list} lineOf={lineOf} empty={BOOKINGS.empty} />
      </Sheet>
    </PageFrame>
  );
}

type Booking = OffersBookingsQuery['bookings']['nodes'][number];

const lineOf = ({ id, stateLabel, offer, offeringUnit, purpose, ...booking }: Booking): CaseLine => {
  const who = booking.unit?.shortName ?? booking.office?.label;
  return {
    ...{ id, title: offer?.title ?? BOOKINGS.title, to: `/bookings/${id}`, state: stateLabel },
    about: [
      <Span key="span" {...booking} />,
      who && BOOKINGS.bookedBy(who),
      BOOKINGS.givenBy(offeringUnit.shortName),
      purpose,
    ],
  };
};
