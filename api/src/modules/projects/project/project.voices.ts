import { codeOf } from '../../../platform/database/database.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { projectReasons } from './project.reasons.ts';
import type { ProjectRow } from './project.row.ts';

/** What somebody says of the result, or what was said to them. */
export interface Said {
  readonly personId: string;
  readonly asked: number;
  readonly pleased: number;
  readonly relayed: boolean;
  readonly text: string | null;
}

const SAY = `
  INSERT INTO project_voice (project_id, round, person_id, satisfied, asked, pleased, relayed, text, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const UNIQUE_VIOLATION = '23505';

/** Keeps one word of everybody and round. */
export function keepVoice(row: ProjectRow, said: Said, { later, now }: Transaction): void {
  const { personId, asked, pleased, relayed, text } = said;
  if (pleased > asked) projectReasons.refuse('PROJECT_VOICE_COUNT', { path: ['input', 'pleased'] });
  // More than half of those who were asked.
  const values = [row.id, row.round, personId, pleased * 2 > asked, asked, pleased, relayed, text, now];
  later({ name: 'keep-voice', text: SAY, values }, (error) =>
    codeOf(error) === UNIQUE_VIOLATION ? projectReasons.refusal('PROJECT_ALREADY_RATED') : null,
  );
}
