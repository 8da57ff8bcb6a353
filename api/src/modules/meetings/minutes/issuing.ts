import type { Transaction } from '../../../platform/process/transaction.ts';
import type { MeetingRow } from '../meeting/meeting.row.ts';
import { knownOf, peopleOf, type Known } from './facts.ts';
import { whichMeeting } from './first-draft.ts';
import { sayNumber } from './minutes.words.ts';
import { bytesOf, digestOf, type MinutesRecord, type RecordedSignature } from './record.ts';
import type { MinutedResolution } from './resolutions.ts';
import type { Section } from './sections.ts';

/** What was sent for countersigning, and what came back. */
interface Signed {
  readonly sections: readonly Section[];
  readonly publicKeys: readonly string[];
  readonly signatures: readonly (Omit<RecordedSignature, 'at' | 'settledAt'> & {
    readonly at: string;
    readonly settledAt: string | null;
  })[];
}

/** What stands in the record of the signatures of a version, and what it is compared with later. */
export const SIGNATURES = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('unitId', s.unit_id, 'unit', u.name, 'kind', s.kind, 'person', p.name, 'at', s.at,
      'wording', s.wording, 'settledHow', s.settled_how, 'settledAt', s.settled_at) ORDER BY s.unit_id), '[]')
  FROM minutes_countersigning s JOIN unit u ON u.id = s.unit_id LEFT JOIN person p ON p.id = s.person_id`;

const SIGNED = `
  SELECT v.sections, t.public_keys AS "publicKeys",
    (${SIGNATURES} WHERE s.meeting_id = v.meeting_id AND s.n = v.n) AS signatures
  FROM minutes_version v JOIN minutes_sending t ON t.meeting_id = v.meeting_id AND t.n = v.n WHERE v.meeting_id = $1 AND v.n = $2`;

const iso = (at: string) => new Date(at).toISOString();

/** The series of a convener in a year: from 1, without gaps. */
export const seriesOf = (convenerCode: string, year: number): string => `minutes:${convenerCode}:${String(year)}`;

interface Numbered {
  readonly year: number;
  readonly seq: number;
  readonly resolutions: readonly MinutedResolution[];
}

/** The record that is issued: whatever is known of the meeting at this moment, by name. */
export async function recordFor(
  row: MeetingRow,
  { year, seq, resolutions }: Numbered,
  transaction: Transaction,
): Promise<MinutesRecord> {
  const { name, text, values } = knownOf(row.id);
  const [[known], [signed]] = await Promise.all([
    transaction.rows<Known>(name, text, values),
    transaction.rows<Signed>('minutes-signed', SIGNED, [row.id, row.headN]),
  ]);
  const { alliance, issuer, attendees } = known!;
  const { sections, publicKeys, signatures } = signed!;
  return {
    ...{ form: 'minutes/1', meetingId: row.id, allianceId: row.allianceId, convenerCode: row.convenerCode },
    ...{ year, seq, number: sayNumber(year, seq), n: row.headN, issuer },
    name: [alliance, whichMeeting({ year: row.year, ordinal: row.ordinal, special: row.kind === 'SPECIAL' })],
    ...{ title: row.title, place: row.place },
    openedAt: row.openedAt!.toISOString(),
    adjournedAt: row.adjournedAt!.toISOString(),
    sections: sections.map((section) => ({ ...section, public: publicKeys.includes(section.key) })),
    people: peopleOf(known!, row.observers ?? null),
    resolutions,
    signatures: signatures.map((one) => ({
      ...one,
      at: iso(one.at),
      settledAt: one.settledAt === null ? null : iso(one.settledAt),
    })),
    recipients: attendees.map(({ unit }) => unit),
    issuedAt: transaction.now.toISOString(),
  };
}

const ISSUE = `
  INSERT INTO issued_minutes (meeting_id, n, convener_code, year, seq, number, canonical, digest, recipients, public_keys, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::text[], $10::text[], $11)`;

/** Keeps the record for ever. Returns its hash in hex. */
export function keepRecord(record: MinutesRecord, { later, now }: Transaction): string {
  const bytes = bytesOf(record);
  const digest = digestOf(bytes);
  const publicKeys = record.sections.filter((section) => section.public).map(({ key }) => key);
  const { meetingId, n, convenerCode, year, seq, number, recipients } = record;
  const values = [meetingId, n, convenerCode, year, seq, number, bytes, digest, recipients, publicKeys, now];
  later({ name: 'minutes-issue', text: ISSUE, values });
  return digest.toString('hex');
}
