import type { MeetingsMinutesQuery, MeetingsSaveMinutesMutation, MinutesTextFragment } from '../gql/graphql.ts';

export type Conflict = NonNullable<MeetingsSaveMinutesMutation['jointMeetingSaveMinutes']['conflict']>;
type Minutes = NonNullable<NonNullable<MeetingsMinutesQuery['jointMeeting']>['minutes']>;

/** A text that was kept beside the head, laid beside it; null where nothing differs any more. */
export function conflictOf(branch: MinutesTextFragment, { head, sections }: Minutes): Conflict {
  const standing = new Map(sections.map(({ key, text }) => [key, text]));
  const differing = branch.sections.filter(({ key, text }) => standing.get(key) !== text);
  const both = differing.map(({ key, heading, text }) => {
    const theirs = standing.get(key) ?? '';
    return { __typename: 'MinutesDifference' as const, key, heading, before: theirs, theirs, mine: text, torn: true };
  });
  return {
    ...{ __typename: 'MinutesConflict', n: branch.n, head: head ?? 0, by: null, at: branch.at, sections: both },
    proposal: both.map(({ key, heading, theirs }) => ({
      ...{ __typename: 'MinutesProposedSection' as const, key, heading, text: theirs },
    })),
  };
}
