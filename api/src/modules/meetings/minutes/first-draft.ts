import { sayTime } from '../../../kernel/said-time.ts';
import { sayClock, sayDate } from './minutes.words.ts';
import type { Section } from './sections.ts';

/** What the house knows of a meeting when it is over; of it the first draft of the minutes is made. */
export interface MeetingFacts {
  /** The alliance, as people read it. */
  readonly alliance: string;
  readonly year: number;
  readonly ordinal: number;
  readonly special: boolean;
  readonly title: string;
  readonly place: string;
  /** Who opened and led it. */
  readonly chair: string | null;
  readonly openedAt: Date;
  readonly adjournedAt: Date;
  readonly entitled: number;
  readonly present: number;
  readonly quorumReached: boolean;
  readonly topics: readonly TopicFacts[];
}

export interface TopicFacts {
  readonly id: string;
  readonly title: string;
  readonly outcome: 'INFORM' | 'DISCUSS' | 'RESOLVE' | 'DEFER' | 'REJECT' | null;
  readonly text: string | null;
  readonly votes: { readonly for: number; readonly against: number; readonly abstained: number } | null;
  readonly dissent: string | null;
  readonly resolutions: readonly ResolutionFacts[];
}

export interface ResolutionFacts {
  readonly text: string;
  readonly lead: string | null;
  readonly co: readonly string[];
  readonly deliverable: string | null;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string | null;
}

/** 2026年第3次联席会议: which of its alliance. */
export const whichMeeting = ({ year, ordinal, special }: Pick<MeetingFacts, 'year' | 'ordinal' | 'special'>): string =>
  `${String(year)}年第${String(ordinal)}次${special ? '专题' : ''}联席会议`;

/** The first draft, made of the agenda and what was recorded: the recorder goes on from there. */
export function firstDraft(facts: MeetingFacts): readonly Section[] {
  return [
    { key: 'opening', heading: null, text: opening(facts) },
    ...facts.topics.map((topic) => ({ key: topic.id, heading: topic.title, text: topicText(topic) })),
    { key: 'closing', heading: null, text: `会议于${sayClock(facts.adjournedAt)}结束。` },
  ];
}

function opening(facts: MeetingFacts): string {
  const { place, chair, openedAt, entitled, present, quorumReached, topics } = facts;
  return (
    `${sayTime(openedAt)}，${facts.alliance}在${place}召开${whichMeeting(facts)}${chair === null ? '' : `，${chair}主持`}。` +
    `应到${String(entitled)}家单位，实到${String(present)}家，${quorumReached ? '达到' : '未达到'}规定人数。` +
    `会议共有${String(topics.length)}项议题，现将会议情况和议定事项纪要如下：`
  );
}

const FIRST_WORDS = {
  INFORM: '会议通报了有关情况。',
  DISCUSS: '会议进行了讨论。',
  RESOLVE: '会议研究决定：',
  DEFER: '会议决定，这项议题留待下次会议研究。',
  REJECT: '会议研究后决定不予采纳。',
} as const;

function topicText({ outcome, text, votes, dissent, resolutions }: TopicFacts): string {
  return [
    outcome === null ? '这项议题会上没有研究。' : FIRST_WORDS[outcome],
    ...(text ? [text] : []),
    ...resolutions.map((one, index) => `${String(index + 1)}.${resolutionText(one)}`),
    ...(votes ? [`表决结果：同意${String(votes.for)}票，反对${String(votes.against)}票，弃权${String(votes.abstained)}票。`] : []),
    ...(dissent ? [`保留意见：${dissent}`] : []),
  ].join('\n'); // prettier-ignore
}

/** What was resolved, who leads, who helps, what comes of it and until when. */
export function resolutionText({ text, lead, co, deliverable, dueOn }: ResolutionFacts): string {
  const work = [
    ...(lead ? [`${lead}牵头`] : []),
    ...(co.length > 0 ? [`${co.join('、')}配合`] : []),
    ...(dueOn ? [`${sayDate(dueOn)}前完成`] : []),
  ];
  const said = text.replace(/[。；]$/, '');
  return `${[said, ...work].join('，')}。${deliverable ? `成果：${deliverable.replace(/[。；]$/, '')}。` : ''}`;
}
