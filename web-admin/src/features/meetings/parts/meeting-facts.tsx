import { type Fact, Facts } from '../../../parts/facts.tsx';
import { Named } from '../../../parts/named.tsx';
import { When } from '../../../parts/when.tsx';
import type { Meeting } from '../meeting-page.tsx';
import { MEETING_KINDS, MEETINGS } from '../meetings.texts.ts';

const instant = (label: string, at: string | null): Fact => [label, at ? <When at={at} /> : null];

const limits = (meeting: Meeting): readonly Fact[] =>
  meeting.openedAt
    ? [instant(MEETINGS.opened, meeting.openedAt), instant(MEETINGS.adjourned, meeting.adjournedAt)]
    : [
        instant(MEETINGS.topicsUntil, meeting.topicsUntil),
        instant(MEETINGS.noticeBy, meeting.noticeBy),
        instant(MEETINGS.replyBy, meeting.replyBy),
      ];

/** Whose meeting it is, when and where, and by when what has to be there. */
export function MeetingFacts({ meeting }: { readonly meeting: Meeting }) {
  const { alliance, convener, kind, year, ordinal, startsAt, endsAt, place, quorum, quorumPercent } = meeting;
  const times = (
    <>
      <When at={startsAt} /> – <When at={endsAt} />
    </>
  );
  return (
    <Facts
      facts={[
        [MEETINGS.alliance, <Named key="alliance" noun="alliance" id={alliance.id} name={alliance.name} />],
        [MEETINGS.convener, convener.label],
        [MEETINGS.kind, `${MEETING_KINDS[kind]}，${MEETINGS.ordinal(year, ordinal)}`],
        [MEETINGS.when, times],
        [MEETINGS.place, place],
        [
          MEETINGS.quorum,
          quorum && quorum.entitled > 0 && MEETINGS.quorumOf(quorumPercent, quorum.needed, quorum.entitled),
        ],
        ...limits(meeting),
        [MEETINGS.postponed, meeting.postponedCount > 0 ? MEETINGS.postponedTimes(meeting.postponedCount) : null],
        [MEETINGS.observers, meeting.observers],
        [MEETINGS.minutesNumber, meeting.minutesNumber],
        [MEETINGS.notice, meeting.noticeText],
      ]}
    />
  );
}
