import { Link, useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { type CaseLine, ShortList } from '../../parts/case-list.tsx';
import { Facts } from '../../parts/facts.tsx';
import { spellDay } from '../../parts/instant.ts';
import { Missing, Reading } from '../../parts/reading.tsx';
import { When } from '../../parts/when.tsx';
import { linkOf } from '../../shell/features.ts';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useCaseNews } from '../../shell/use-case-news.ts';
import { ALLIANCES } from './alliances.texts.ts';
import { AlliancesListsDocument, AlliancesOneDocument, type AlliancesOneQuery } from './gql/graphql.ts';
import { Members } from './parts/members.tsx';

type Alliance = NonNullable<AlliancesOneQuery['alliance']>;

/** One alliance: who belongs to it, on what agreement, and what they do together. */
export function Page() {
  const { id = '' } = useParams();
  const query = useQuery(AlliancesOneDocument, { variables: { id } });
  useCaseNews('agreement', 'project', 'need', 'resourceOffer');
  return (
    <Reading query={query}>
      {({ alliance }) => (alliance ? <Shown alliance={alliance} /> : <Missing text={ALLIANCES.missing} />)}
    </Reading>
  );
}

function Shown({ alliance }: { readonly alliance: Alliance }) {
  const { id, name, ledBy, division, members, meetings } = alliance;
  return (
    <PageFrame title={name} about={ALLIANCES.members(members.totalCount ?? 0)}>
      <div className="case-sheets">
        <Sheet title={ALLIANCES.memberList}>
          <Members alliance={id} division={division.code} />
        </Sheet>
        <div>
          <Sheet title={ALLIANCES.facts}>
            <Facts
              facts={[[ALLIANCES.leader, ledBy], [ALLIANCES.place, division.label], ...cadenceFacts(alliance.cadence)]}
            />
          </Sheet>
          <Sheet title={ALLIANCES.lists}>
            <Lists division={division.code} />
          </Sheet>
          <Sheet title={ALLIANCES.meetings}>
            <ShortList lines={meetings.map(meetingLine)} empty={ALLIANCES.noMeetings} />
          </Sheet>
        </div>
      </div>
    </PageFrame>
  );
}

function cadenceFacts(cadence: Alliance['cadence']) {
  if (!cadence) return [];
  const { perYear, lastHeldOn, due, behind, thisQuarter } = cadence;
  return [
    [ALLIANCES.cadence, ALLIANCES.cadenceOf(perYear)],
    [ALLIANCES.lastHeld, lastHeldOn ? spellDay(lastHeldOn) : ALLIANCES.neverHeld],
    [ALLIANCES.due, due && `${spellDay(due)}${behind ? ALLIANCES.late : ''}`],
    [ALLIANCES.quarter, thisQuarter ? ALLIANCES.held : ALLIANCES.notHeld],
  ] as const;
}

const meetingLine = ({ id, title, startsAt, stateLabel, light }: Alliance['meetings'][number]): CaseLine => ({
  ...{ id, title, to: linkOf('jointMeeting', id), state: stateLabel, light: light ?? null },
  about: [<When key="at" at={startsAt} />],
});

/** What there is in the alliance and in those of its communities, each figure with the list behind it. */
function Lists({ division }: { readonly division: string }) {
  const query = useQuery(AlliancesListsDocument, { variables: { division } });
  const behind = (path: string, label: string, count: number | null | undefined) =>
    [
      label,
      <Link key={path} to={`${path}?scope=${division}`}>
        {ALLIANCES.count(count ?? 0)}
      </Link>,
    ] as const;
  return (
    <Reading query={query}>
      {({ agreements, resourceOffers, needs, projects }) => (
        <Facts
          facts={[
            behind('/agreements', ALLIANCES.agreements, agreements.totalCount),
            behind('/offers', ALLIANCES.offers, resourceOffers.totalCount),
            behind('/needs', ALLIANCES.needs, needs.totalCount),
            behind('/projects', ALLIANCES.projects, projects.totalCount),
          ]}
        />
      )}
    </Reading>
  );
}
