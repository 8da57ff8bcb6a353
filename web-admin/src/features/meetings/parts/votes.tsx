import type { MeetingTopicLineFragment } from '../gql/graphql.ts';
import { MEETINGS, VOTES } from '../meetings.texts.ts';

/** How each unit voted, and what it wants the minutes to say. */
export function Votes({ topic: { votes } }: { readonly topic: MeetingTopicLineFragment }) {
  if (votes.length === 0) return null;
  return (
    <details>
      <summary>{MEETINGS.votes}</summary>
      <ul>
        {votes.map(({ vote, dissent, unit }) => (
          <li key={unit.id}>
            {unit.shortName}：{VOTES[vote]}
            {dissent && `，${MEETINGS.dissent(dissent)}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
