import type { Statement } from '../../../platform/database/statement.ts';
import type { MeetingRow } from '../meeting/meeting.row.ts';
import type { MeetingFacts, TopicFacts } from './first-draft.ts';
import type { MinutedResolution } from './resolutions.ts';

/** A unit that was entitled, or asked to sit in, and whether it came. */
interface Attendee {
  readonly unitId: string;
  readonly unit: string;
  readonly entitled: boolean;
  readonly reply: 'ATTEND' | 'LEAVE' | 'SUBSTITUTE' | null;
  /** Who sat there; null when nobody came. */
  readonly name: string | null;
}

/** What is known of a meeting beside its row. */
export interface Known {
  readonly alliance: string;
  /** The party organisation that leads the alliance: it convenes and issues. */
  readonly issuer: string;
  readonly chair: string | null;
  readonly recorder: string | null;
  readonly topics: readonly Omit<TopicFacts, 'resolutions'>[];
  readonly attendees: readonly Attendee[];
}

const KNOWN = `
  SELECT a.name AS alliance, a.led_by AS issuer, chair.name AS chair, recorder.name AS recorder,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title, 'outcome', t.outcome, 'text', t.outcome_text, 'dissent', t.dissent,
        'votes', CASE WHEN t.votes_for IS NOT NULL THEN jsonb_build_object('for', t.votes_for, 'against', t.votes_against, 'abstained', t.votes_abstained) END)
        ORDER BY t.position, t.id), '[]')
      FROM meeting_topic t WHERE t.meeting_id = m.id AND t.on_agenda) AS topics,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('unitId', u.id, 'unit', u.name, 'entitled', x.entitled, 'reply', x.reply, 'name', x.present_name)
        ORDER BY u.name COLLATE "zh-x-icu", u.id), '[]')
      FROM meeting_attendee x JOIN unit u ON u.id = x.unit_id WHERE x.meeting_id = m.id) AS attendees
  FROM joint_meeting m JOIN alliance a ON a.id = m.alliance_id
  LEFT JOIN person chair ON chair.id = m.chair_id LEFT JOIN person recorder ON recorder.id = m.recorder_id
  WHERE m.id = $1`;

/** Reads what is known of a meeting: agenda with outcomes, who was entitled, who came. */
export const knownOf = (meetingId: string): Statement => ({ name: 'meeting-known', text: KNOWN, values: [meetingId] });

/** Of the row, what the minutes state. */
export type Sat = Pick<MeetingRow, 'year' | 'ordinal' | 'kind' | 'title' | 'place' | 'startsAt' | 'endsAt'> &
  Partial<Pick<MeetingRow, 'openedAt' | 'adjournedAt' | 'quorumReached' | 'observers'>>;

/** What the first draft is made of. */
export function factsOf(row: Sat, known: Known, resolutions: readonly MinutedResolution[]): MeetingFacts {
  const entitled = known.attendees.filter((one) => one.entitled);
  return {
    ...{ alliance: known.alliance, year: row.year, ordinal: row.ordinal, special: row.kind === 'SPECIAL' },
    ...{ title: row.title, place: row.place, chair: known.chair },
    openedAt: row.openedAt ?? row.startsAt,
    adjournedAt: row.adjournedAt ?? row.endsAt,
    entitled: entitled.length,
    present: entitled.filter((one) => one.name !== null).length,
    quorumReached: row.quorumReached === true,
    topics: known.topics.map((topic) => ({
      ...topic,
      resolutions: resolutions.filter(({ topicId }) => topicId === topic.id),
    })),
  };
}

export interface PeopleGroup {
  readonly label: string;
  readonly names: readonly string[];
}

/** 出席、请假、缺席、列席、记录: who was there and who was not. */
export function peopleOf({ attendees, recorder }: Known, observers: string | null): readonly PeopleGroup[] {
  const named = (of: readonly Attendee[]) => of.map(({ name, unit }) => (name === null ? unit : `${name}（${unit}）`));
  const entitled = attendees.filter((one) => one.entitled);
  const absent = entitled.filter((one) => one.name === null);
  const groups = [
    { label: '出席', names: named(entitled.filter((one) => one.name !== null)) },
    { label: '请假', names: named(absent.filter((one) => one.reply === 'LEAVE')) },
    { label: '缺席', names: named(absent.filter((one) => one.reply !== 'LEAVE')) },
    { label: '列席', names: [...named(attendees.filter((one) => !one.entitled && one.name !== null)), ...(observers ? [observers] : [])] },
    { label: '记录', names: recorder === null ? [] : [recorder] },
  ];
  return groups.filter(({ names }) => names.length > 0);
} // prettier-ignore
