import { isId } from '../../../kernel/field.ts';
import { common } from '../../../kernel/refusal.ts';
import type { Viewer } from '../../../kernel/viewer.ts';
import type { House } from '../../../platform/house.ts';
import { readCase } from '../../../platform/process/lock.ts';
import { inTransaction, type Transaction } from '../../../platform/process/transaction.ts';
import type { Case } from '../../../platform/process/case.ts';
import { meetingCase } from '../meeting/meeting.case.ts';
import type { MeetingLinks } from '../meeting/meeting.policy.ts';
import type { MeetingRow } from '../meeting/meeting.row.ts';

/** A meeting, and how the viewer stands to it. */
export interface Seen {
  readonly row: MeetingRow;
  readonly links: MeetingLinks;
  readonly transaction: Transaction;
}

/** Reads of a meeting that the viewer may see; refuses NOT_FOUND, as for one that does not exist, otherwise. */
export async function ofMeeting<T>(
  house: House,
  viewer: Viewer,
  id: string,
  work: (seen: Seen) => Promise<T>,
): Promise<T> {
  if (viewer.kind !== 'PERSON') common.refuse('NOT_SIGNED_IN');
  if (!isId(id)) common.refuse('NOT_FOUND');
  return inTransaction(house, async (transaction) => {
    const [row, links] = await Promise.all([
      readCase(meetingCase as unknown as Case, id, transaction) as Promise<MeetingRow | null>,
      meetingCase.policy.links({ id }, viewer, transaction),
    ]);
    if (!row || !meetingCase.policy.visible(row, viewer, links)) return common.refuse('NOT_FOUND');
    return work({ row, links, transaction });
  });
} // prettier-ignore
