import { Button } from 'antd';
import { openAction } from '../../../actions/requests.ts';
import { Named } from '../../../parts/named.tsx';
import { StateTag } from '../../../parts/state-tag.tsx';
import { Nothing } from '../../../parts/standing.tsx';
import { Sheet } from '../../../shell/page.tsx';
import type { MeetingTopicLineFragment as Topic } from '../gql/graphql.ts';
import type { Meeting } from '../meeting-page.tsx';
import { MEETINGS, OUTCOMES, SOURCES } from '../meetings.texts.ts';
import { Votes } from './votes.tsx';

/** Actions that are taken with one topic; they stand beside it. */
export const OF_TOPICS = ['withdrawTopic', 'arrangeTopic', 'setTopicAside', 'vote', 'recordOutcome'];

/** What the meeting deals with, in its order, and what came of each. */
export function Agenda({ meeting }: { readonly meeting: Meeting }) {
  const { topics } = meeting;
  const on = topics.filter(({ onAgenda }) => onAgenda).toSorted((one, other) => one.position - other.position);
  const off = topics.filter(({ onAgenda }) => !onAgenda);
  return (
    <Sheet title={MEETINGS.agenda}>
      {topics.length === 0 && <Nothing text={MEETINGS.noTopics} />}
      <ol className="topics">
        {on.map((topic, index) => (
          <TopicItem key={topic.id} topic={topic} meeting={meeting} place={index + 1} />
        ))}
      </ol>
      {off.length > 0 && (
        <>
          <h3>{MEETINGS.offAgenda}</h3>
          <ul className="topics">
            {off.map((topic) => (
              <TopicItem key={topic.id} topic={topic} meeting={meeting} />
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
}

interface TopicItemProps {
  readonly topic: Topic;
  readonly meeting: Meeting;
  readonly place?: number;
}

function TopicItem({ topic, meeting, place }: TopicItemProps) {
  const { title, about, minutes, source, proposerUnit, setAside, withdrawnAt } = topic;
  return (
    <li>
      <div className="topic-head">
        <h3>{place ? `${String(place)}. ${title}` : title}</h3>
        <StateTag label={SOURCES[source]} />
        <span className="soft">
          {[MEETINGS.topicMinutes(minutes), proposerUnit && MEETINGS.proposedBy(proposerUnit.shortName)]
            .filter(Boolean)
            .join('，')}
        </span>
      </div>
      <p className="topic-text">{about}</p>
      <Origin topic={topic} />
      {setAside && <p>{MEETINGS.setAside(setAside)}</p>}
      {withdrawnAt && <p>{MEETINGS.withdrawn}</p>}
      <Outcome topic={topic} />
      <Votes topic={topic} />
      <TopicActions topic={topic} meeting={meeting} />
    </li>
  );
}

/** The order or the need that it is about. */
function Origin({ topic: { order, need } }: { readonly topic: Topic }) {
  return (
    <>
      {order && (
        <p>
          <Named noun="order" id={order.id} name={MEETINGS.order(order.number ?? '')} />
        </p>
      )}
      {need && (
        <p>
          <Named noun="need" id={need.id} name={MEETINGS.need(need.title)} />
        </p>
      )}
    </>
  );
}

function Outcome({
  topic: { outcome, outcomeText, dissent, votesFor, votesAgainst, votesAbstained },
}: {
  readonly topic: Topic;
}) {
  if (!outcome) return null;
  return (
    <p className="topic-text">
      <strong>{MEETINGS.outcome(OUTCOMES[outcome], outcomeText ?? '')}</strong>
      {votesFor !== null && ` ${MEETINGS.tally(votesFor, votesAgainst ?? 0, votesAbstained ?? 0)}`}
      {dissent && ` ${MEETINGS.dissent(dissent)}`}
    </p>
  );
}

function TopicActions({ topic, meeting }: TopicItemProps) {
  const offered = meeting.viewerActions.filter(
    // Only what somebody proposed can be taken back.
    ({ action }) => OF_TOPICS.includes(action) && (action !== 'withdrawTopic' || topic.source === 'PROPOSED'),
  );
  if (offered.length === 0 || topic.withdrawnAt) return null;
  const { id, position, minutes, title, outcome, outcomeText } = topic;
  const presets = {
    arrangeTopic: { position, minutes },
    recordOutcome: { outcome: outcome ?? undefined, text: outcomeText ?? undefined },
  } as const;
  return (
    <div className="topic-actions">
      {offered.map(({ action, label, mutation }) => (
        <Button
          key={action}
          size="small"
          aria-label={`${label}：${title}`}
          onClick={() =>
            openAction({
              ...{ mutation, about: title, fixed: { topicId: id } },
              subject: { id: meeting.id, version: meeting.version },
              ...(action in presets && { preset: presets[action as keyof typeof presets] }),
            })
          }
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
