import { createHash } from 'node:crypto';
import { canonical } from '../../../platform/feed/canonical.ts';
import type { PeopleGroup } from './facts.ts';
import type { MinutedResolution } from './resolutions.ts';
import type { Section } from './sections.ts';

export interface RecordedSection extends Section {
  readonly public: boolean;
}

/** What a unit said when the minutes were countersigned. Instants are ISO. */
export interface RecordedSignature {
  readonly unitId: string;
  readonly unit: string;
  readonly kind: 'SIGNED' | 'OBJECTED' | 'SILENT';
  readonly person: string | null;
  readonly at: string;
  readonly wording: string | null;
  readonly settledHow: string | null;
  readonly settledAt: string | null;
}

/** Issued minutes whole: names as they were then, so that nothing said here depends on what is changed elsewhere later. */
export interface MinutesRecord {
  readonly form: 'minutes/1';
  readonly meetingId: string;
  readonly allianceId: string;
  readonly convenerCode: string;
  readonly year: number;
  readonly seq: number;
  readonly number: string;
  /** The version that was countersigned. */
  readonly n: number;
  readonly issuer: string;
  readonly name: readonly [alliance: string, which: string];
  readonly title: string;
  readonly place: string;
  readonly openedAt: string;
  readonly adjournedAt: string;
  readonly sections: readonly RecordedSection[];
  readonly people: readonly PeopleGroup[];
  readonly resolutions: readonly MinutedResolution[];
  readonly signatures: readonly RecordedSignature[];
  readonly recipients: readonly string[];
  readonly issuedAt: string;
}

/** The one spelling of a record, in bytes. */
export const bytesOf = (record: MinutesRecord): Buffer => Buffer.from(canonical(record), 'utf8');

export const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** Reads what `bytesOf` wrote; null when it is no such thing. */
export function recordOf(bytes: Uint8Array): MinutesRecord | null {
  try {
    const text = Buffer.from(bytes).toString('utf8');
    const record = JSON.parse(text) as MinutesRecord;
    return record.form === 'minutes/1' && canonical(record) === text ? record : null;
  } catch {
    return null;
  }
}
