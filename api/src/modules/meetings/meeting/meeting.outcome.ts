import type { Transaction } from '../../../platform/process/transaction.ts';
import type { Quorum } from './meeting.attendees.ts';
import { meetingReasons } from './meeting.reasons.ts';

export interface Votes {
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
}

/** What units voted by themselves. */
export interface Counted extends Votes {
  readonly dissent: string | null;
}

const COUNTED = `
  SELECT (count(*) FILTER (WHERE v.vote = 'FOR'))::integer AS "for", (count(*) FILTER (WHERE v.vote = 'AGAINST'))::integer AS against,
    (count(*) FILTER (WHERE v.vote = 'ABSTAIN'))::integer AS abstained,
    string_agg(u.name || '：' || v.dissent, E'\\n' ORDER BY v.at, v.unit_id) FILTER (WHERE v.dissent IS NOT NULL) AS dissent
  FROM meeting_vote v JOIN unit u ON u.id = v.unit_id WHERE v.topic_id = $1`;

/** The votes of units on an item. */
export async function countedVotes(topicId: string, { rows }: Pick<Transaction, 'rows'>): Promise<Counted> {
  const [counted] = await rows<Counted>('counted-votes', COUNTED, [topicId]);
  return counted!;
}

/** What the recorder counted by show of hands. */
export interface Given {
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly votesAbstained: number | null;
}

const sum = ({ for: yes, against, abstained }: Votes) => yes + against + abstained;

/** The votes that count: those of the units themselves, or a show of hands; null by consensus. */
export function votesOf(given: Given, counted: Votes, { present }: Quorum): Votes | null {
  const hands = [given.votesFor, given.votesAgainst, given.votesAbstained];
  const missing = hands.filter((one) => one === null).length;
  const path = ['input', 'votesFor'];
  if (sum(counted) > 0) {
    if (missing < 3) meetingReasons.refuse('MEETING_VOTES_COUNTED', { path });
    const { for: yes, against, abstained } = counted;
    return { for: yes, against, abstained };
  }
  if (missing === 3) return null;
  if (missing > 0) meetingReasons.refuse('MEETING_VOTES_INCOMPLETE', { path });
  const [yes, against, abstained] = hands as [number, number, number];
  const votes = { for: yes, against, abstained };
  if (sum(votes) > present) meetingReasons.refuse('MEETING_VOTES_TOO_MANY', { path, values: { votes: sum(votes), present } });
  return votes;
} // prettier-ignore

/** Refuses to take for decided what too few decided, or most did not want. */
export function refuseUndecided(votes: Votes | null, { present, needed, reached }: Quorum): void {
  const path = ['input', 'outcome'];
  if (!reached) meetingReasons.refuse('MEETING_NO_QUORUM', { path, values: { present, needed } });
  if (votes && votes.for <= votes.against)
    meetingReasons.refuse('MEETING_NOT_CARRIED', { path, values: { for: votes.for, against: votes.against } });
}
