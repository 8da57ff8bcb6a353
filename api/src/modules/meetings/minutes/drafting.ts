import type { Transaction } from '../../../platform/process/transaction.ts';
import type { MeetingRow } from '../meeting/meeting.row.ts';
import { factsOf, knownOf, type Known } from './facts.ts';
import { firstDraft } from './first-draft.ts';
import { resolutionsOf } from './resolutions.ts';
import { keepVersion } from './versions.ts';

/** Writes the first version of the minutes, out of the agenda and what was recorded. Called when the meeting is over. */
export async function draftMinutes(row: MeetingRow, transaction: Transaction): Promise<void> {
  const { name, text, values } = knownOf(row.id);
  const [[known], resolutions] = await Promise.all([
    transaction.rows<Known>(name, text, values),
    resolutionsOf(row.id, transaction),
  ]);
  const sections = firstDraft(factsOf(row, known!, resolutions));
  const first = { n: 1, basedOn: null, merges: null, branch: false, personId: null };
  keepVersion({ meetingId: row.id, sections, ...first }, transaction);
  row.headN = 1;
}
