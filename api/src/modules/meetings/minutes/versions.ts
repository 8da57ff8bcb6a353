import type { Transaction } from '../../../platform/process/transaction.ts';
import type { Section } from './sections.ts';

/** A version that counts for a save: what was changed, what stands now, what is taken up, where a branch began. */
export interface KeptVersion {
  readonly n: number;
  readonly sections: readonly Section[];
  readonly at: Date;
  /** Who wrote it; null for the house. */
  readonly by: string | null;
  /** A branch that nobody has taken up. */
  readonly open: boolean;
  /** The last version of the line before this one branched off; itself where it did not. */
  readonly origin: number;
}

// Of all versions only those that count: the texts of a long history are many.
const READ = `
  WITH v AS (
    SELECT v.n, (WITH RECURSIVE up AS (
        SELECT v.n, v.based_on, v.branch
        UNION ALL
        SELECT o.n, o.based_on, o.branch FROM up JOIN minutes_version o ON o.meeting_id = v.meeting_id AND o.n = up.based_on WHERE up.branch)
      SELECT n FROM up WHERE NOT branch) AS origin
    FROM minutes_version v WHERE v.meeting_id = $1 AND v.n = ANY ($2::int[])),
  counting AS (
    SELECT n FROM v UNION SELECT origin FROM v UNION SELECT head_n FROM joint_meeting WHERE id = $1
    UNION SELECT max(n) FROM minutes_version WHERE meeting_id = $1)
  SELECT m.n, m.sections, m.at, p.name AS by, coalesce(v.origin, m.n) AS origin,
    EXISTS (SELECT FROM minutes_branch b WHERE b.meeting_id = $1 AND b.n = m.n) AS open
  FROM minutes_version m LEFT JOIN v USING (n) LEFT JOIN person p ON p.id = m.person_id
  WHERE m.meeting_id = $1 AND m.n IN (SELECT n FROM counting) ORDER BY m.n`;

/** The versions `numbers`, what they go back to, the head and the last one; oldest first. */
export const versionsOf = (
  meetingId: string,
  numbers: readonly number[],
  { rows }: Pick<Transaction, 'rows'>,
): Promise<KeptVersion[]> => rows<KeptVersion>('minutes-versions', READ, [meetingId, numbers]);

export interface NewVersion {
  readonly meetingId: string;
  readonly n: number;
  readonly basedOn: number | null;
  readonly merges: number | null;
  readonly branch: boolean;
  readonly sections: readonly Section[];
  readonly personId: string | null;
}

const WRITE = `
  INSERT INTO minutes_version (meeting_id, n, based_on, merges, branch, sections, person_id, at)
  VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8)`;

export function keepVersion(version: NewVersion, { later, now }: Pick<Transaction, 'later' | 'now'>): void {
  const { meetingId, n, basedOn, merges, branch, sections, personId } = version;
  const values = [meetingId, n, basedOn, merges, branch, JSON.stringify(sections), personId, now];
  later({ name: 'minutes-keep-version', text: WRITE, values });
}
