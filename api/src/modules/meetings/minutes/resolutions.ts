import type { Transaction } from '../../../platform/process/transaction.ts';
import type { ResolutionFacts } from './first-draft.ts';
import { minutesReasons } from './minutes.reasons.ts';

/** A resolution as the minutes state it. */
export interface MinutedResolution extends ResolutionFacts {
  readonly id: string;
  readonly topicId: string;
  readonly ordinal: number;
}

const READ = `
  SELECT r.id, r.topic_id AS "topicId", r.ordinal, r.text, l.name AS lead, r.deliverable, r.due_on AS "dueOn",
    array(SELECT u.name FROM unit u WHERE u.id = ANY (r.co_unit_ids) ORDER BY u.name COLLATE "zh-x-icu", u.id) AS co
  FROM resolution r LEFT JOIN unit l ON l.id = r.lead_unit_id
  WHERE r.meeting_id = $1 AND r.state = 'RECORDED' ORDER BY r.ordinal, r.id`;

/** What the meeting resolved and nobody has dropped: dispatched with the issue of the minutes. */
export const resolutionsOf = (meetingId: string, { rows }: Pick<Transaction, 'rows'>): Promise<MinutedResolution[]> =>
  rows<MinutedResolution>('resolutions-minuted', READ, [meetingId]);

const NEEDED = { lead: '牵头单位', deliverable: '交付成果', dueOn: '完成时限' } as const;

/** Refuses, naming the first resolution of which nobody knows who does it, what comes of it, or until when. */
export function refuseIncomplete(resolutions: readonly MinutedResolution[], action: '送会签' | '印发'): void {
  for (const one of resolutions) {
    const missing = Object.entries(NEEDED).filter(([key]) => !one[key as keyof typeof NEEDED]);
    if (missing.length === 0) continue;
    const values = { text: one.text, missing: missing.map(([, label]) => label).join('、'), action };
    minutesReasons.refuse('MINUTES_RESOLUTION_INCOMPLETE', { values });
  }
}
