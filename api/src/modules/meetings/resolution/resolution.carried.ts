import type { Obligations } from '../../../platform/process/obligations.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { quoted } from '../../../platform/reads/predicate-sql.ts';
import { OPEN, OWED, resolutionProcess } from './resolution.process.ts';

/** A resolution that rises to the agenda of the next meeting, in the words of an item. */
export interface CarriedResolution {
  readonly id: string;
  readonly title: string;
  readonly about: string;
}

interface Carried {
  readonly id: string;
  readonly text: string;
  readonly state: keyof typeof resolutionProcess.states;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly unit: string;
  readonly minutes: string | null;
}

const listed = (states: readonly string[]) => states.map(quoted).join(', ');

const CARRIED = `
  SELECT r.id, r.text, r.state, r.due_on AS "dueOn", r.overdue_at IS NOT NULL AND r.state IN (${listed(OWED)}) AS overdue, u.name AS unit,
    m.minutes_number AS minutes
  FROM resolution r JOIN unit u ON u.id = r.lead_unit_id JOIN joint_meeting m ON m.id = r.meeting_id
  WHERE r.alliance_id = $1 AND r.state IN (${listed(OPEN)})
  ORDER BY overdue DESC, r.state <> 'TO_CLEAR', r.due_on, r.id`;

/** What earlier meetings of the alliance resolved and is not at its end: overdue first, then what waits to be read out. */
export async function resolutionsToCarry(
  { rows }: Pick<Transaction, 'rows'>,
  allianceId: string,
): Promise<readonly CarriedResolution[]> {
  return (await rows<Carried>('resolutions-to-carry', CARRIED, [allianceId])).map(worded);
}

function worded({ id, text, state, dueOn, overdue, unit, minutes }: Carried): CarriedResolution {
  const letters = [...text.replaceAll('\n', ' ')];
  const title = letters.length > 50 ? `${letters.slice(0, 49).join('')}…` : letters.join('');
  const stands = `${resolutionProcess.states[state][0]}${overdue ? '，已逾期' : ''}`;
  const source = minutes === null ? '' : `来源：纪要${minutes}；`;
  return { id, title, about: `${source}牵头单位：${unit}；完成时限：${dueOn}；当前状态：${stands}。${text}` };
}

const RECORDED = `SELECT 1 FROM resolution WHERE meeting_id = $1 AND topic_id = $2 AND state = 'RECORDED' LIMIT 1`;

/** Is something written down as resolved under this item? Asked with the meeting locked: whoever writes it down shares that lock. */
export async function isRecorded(
  { meetingId, topicId }: { readonly meetingId: string; readonly topicId: string },
  { rows }: Pick<Transaction, 'rows'>,
): Promise<boolean> {
  return (await rows('resolution-recorded', RECORDED, [meetingId, topicId])).length > 0;
}

const OWES = `
  SELECT left(r.text, 30) AS text FROM resolution r JOIN alliance a ON a.id = r.alliance_id
  WHERE r.lead_unit_id = $1 AND r.state IN (${listed([...OWED, 'DISPATCHED', 'TO_CHECK'])})
    AND ($2::text IS NULL OR a.division_code = $2)
  ORDER BY r.id`;

/** What a unit still owes of what meetings resolved. */
export const resolutionsOwed: Obligations = async ({ unitId, divisionCode }, { rows }) => {
  const owed = await rows<{ text: string }>('resolutions-owed', OWES, [unitId, divisionCode]);
  return owed.map(({ text }) => ({ label: `议定事项“${text}”` }));
};
