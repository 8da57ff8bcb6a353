import type { Transaction } from '../../../platform/process/transaction.ts';
import type { MeetingRow } from '../meeting/meeting.row.ts';
import { knownOf, peopleOf, type Known } from './facts.ts';
import { whichMeeting } from './first-draft.ts';
import { minutesReasons } from './minutes.reasons.ts';
import type { Printed } from './paper.ts';
import { recordOf } from './record.ts';
import type { Section } from './sections.ts';

type Erratum = Printed['errata'][number];

const ISSUED = `
  SELECT i.canonical, (SELECT coalesce(jsonb_agg(jsonb_build_object('text', e.text, 'at', e.at) ORDER BY e.k), '[]')
    FROM minutes_erratum e WHERE e.meeting_id = i.meeting_id) AS errata
  FROM issued_minutes i WHERE i.meeting_id = $1`;

/** What is printed of the minutes as they stand: the record as it was issued, or the head with a note that it is not. */
export async function printedOf(row: MeetingRow, transaction: Transaction): Promise<Printed> {
  if (row.headN === 0) minutesReasons.refuse('MINUTES_NOT_READY');
  return row.state === 'ISSUED' ? issued(row, transaction) : onTheWay(row, transaction);
}

async function issued(row: MeetingRow, { rows }: Transaction): Promise<Printed> {
  type Kept = { canonical: Buffer; errata: readonly { text: string; at: string }[] };
  const [kept] = await rows<Kept>('minutes-issued', ISSUED, [row.id]);
  const record = recordOf(kept!.canonical);
  if (!record) throw new Error(`The record of the minutes of meeting ${row.id} cannot be read: run "npm run verify"`);
  const errata: readonly Erratum[] = kept!.errata.map(({ text, at }) => ({ text, at: new Date(at) }));
  return { ...record, at: new Date(record.issuedAt), errata };
}

const STANDING = { MINUTES_DRAFT: '草稿', COUNTERSIGN: '会签稿' } as const;
const HEAD = 'SELECT sections FROM minutes_version WHERE meeting_id = $1 AND n = $2';

async function onTheWay(row: MeetingRow, transaction: Transaction): Promise<Printed> {
  const { name, text, values } = knownOf(row.id);
  const [[known], [version]] = await Promise.all([
    transaction.rows<Known>(name, text, values),
    transaction.rows<{ sections: readonly Section[] }>('minutes-head', HEAD, [row.id, row.headN]),
  ]);
  const { alliance, issuer, attendees } = known!;
  const standing = STANDING[row.state as keyof typeof STANDING];
  const { year, ordinal } = row;
  return {
    name: [alliance, whichMeeting({ year, ordinal, special: row.kind === 'SPECIAL' })],
    number: `（${standing}，第${String(row.headN)}稿）`,
    ...{ issuer, at: transaction.now, errata: [] },
    sections: version!.sections.map((section) => ({ ...section, public: false })),
    people: peopleOf(known!, row.observers ?? null),
    recipients: attendees.map(({ unit }) => unit),
  };
}
