import type { Transaction } from '../../../platform/process/transaction.ts';
import type { MeetingRow } from '../meeting/meeting.row.ts';
import { chineseNumber } from './chinese-number.ts';
import { knownOf, type Known } from './facts.ts';
import { whichMeeting } from './first-draft.ts';
import type { MeetingDate } from './meeting-calendar.ts';

const standingOf = ({ state }: MeetingRow): MeetingDate['standing'] =>
  state === 'CANCELLED' ? 'CANCELLED' : state === 'TOPICS_OPEN' ? 'PLANNED' : 'CALLED';

/** The meeting as it stands in a calendar. Every change of the meeting raises the number by which programs know the newer file. */
export async function dateOf(row: MeetingRow, address: string, { rows, now }: Transaction): Promise<MeetingDate> {
  const { name, text, values } = knownOf(row.id);
  const [known] = await rows<Known>(name, text, values);
  const { year, ordinal, kind, place, startsAt, endsAt } = row;
  const which = whichMeeting({ year, ordinal, special: kind === 'SPECIAL' });
  const topics = row.state === 'TOPICS_OPEN' ? [] : known!.topics;
  return {
    ...{ id: row.id, title: `${known!.alliance}${which}：${row.title}`, place, startsAt, endsAt, address },
    ...{ sequence: sequenceOf(row), standing: standingOf(row), madeAt: now },
    agenda: topics.map((topic, index) => `${chineseNumber(index + 1)}、${topic.title}`),
  };
}

/** Each time it was put off, and once more when it was cancelled. */
const sequenceOf = ({ postponedCount, state }: MeetingRow): number =>
  postponedCount + (state === 'TOPICS_OPEN' ? 0 : 1) + (state === 'CANCELLED' ? 1 : 0);
