import { useQuery } from '@apollo/client/react';
import { CaseList } from '../../../parts/case-list.tsx';
import { dayOf } from '../../../parts/instant.ts';
import { Fault, Loading } from '../../../parts/standing.tsx';
import { When } from '../../../parts/when.tsx';
import { linkOf } from '../../../shell/features.ts';
import { HomeMeetingsDocument, type HomeMeetingFragment } from '../gql/graphql.ts';
import { HOME } from '../home.texts.ts';

const WEEK_MS = 7 * 86_400_000;

/** Meetings that sit now, or from today on within a week. */
function coming(meetings: readonly HomeMeetingFragment[], now: number): readonly HomeMeetingFragment[] {
  const today = dayOf(new Date(now));
  return meetings
    .filter(({ startsAt }) => dayOf(startsAt) >= today && Date.parse(startsAt) < now + WEEK_MS)
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
}

/** The meetings that come up next. */
export function ComingMeetings() {
  const { data, error, refetch } = useQuery(HomeMeetingsDocument);
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const lines = [...data.sitting.nodes, ...coming(data.noticed.nodes, Date.now())].map((meeting) => ({
    ...{ id: meeting.id, title: meeting.title, to: linkOf('jointMeeting', meeting.id) },
    ...{ state: meeting.stateLabel, light: meeting.light ?? null },
    about: [<When key="at" at={meeting.startsAt} />, meeting.place],
  }));
  return <CaseList lines={lines} empty={HOME.noMeetings} />;
}
