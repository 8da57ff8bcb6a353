import type { PlainResult } from '../../platform/process/verb.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { subjectOfCode } from '../../platform/feed/subject.ts';
import { reasons } from './division.reasons.ts';
import { findDivision } from './division.reads.ts';
import { divisionOf, INSERT_DIVISIONS, type DivisionRow } from './division.row.ts';
import { DivisionLevel } from './level.choice.ts';

interface Below {
  readonly parentCode: string;
  /** Levels under which it may stand. */
  readonly under: readonly DivisionLevel[];
  readonly level: 'GRID' | 'BUILDING';
  readonly name: string;
}

/** Adds a grid or a building; it gets the next free number below its parent. */
export async function addBelow(
  below: Below,
  path: readonly string[],
  transaction: Transaction,
): Promise<PlainResult<DivisionRow>> {
  const { parentCode, level, name } = below;
  // Two who add below one parent are put in line, so that they do not take the same number.
  await transaction.rows('lock-division', 'SELECT code FROM division WHERE code = $1 FOR NO KEY UPDATE', [parentCode]);
  const parent = (await findDivision(transaction, parentCode)) ?? reasons.refuse('DIVISION_UNKNOWN', { path });
  const values = { label: parent.label, level: DivisionLevel.label(level), name };
  if (!below.under.includes(parent.level)) reasons.refuse('DIVISION_WRONG_LEVEL', { path, values });
  const siblings = await transaction.rows<Pick<DivisionRow, 'code' | 'name'>>(
    'division-siblings',
    'SELECT code, name FROM division WHERE parent_code = $1 ORDER BY code',
    [parentCode],
  );
  if (siblings.some((sibling) => sibling.name === name))
    reasons.refuse('DIVISION_NAME_TAKEN', { path: ['input', 'name'], values });
  const number = Number(siblings.at(-1)?.code.slice(-3) ?? 0) + 1;
  if (number > 999) reasons.refuse('DIVISION_FULL', { path, values });
  const code = `${parentCode}${String(number).padStart(3, '0')}`;
  const division = divisionOf({ code, parentCode, level, name }, parent.label);
  await transaction.rows('insert-divisions', INSERT_DIVISIONS, [JSON.stringify([division])]);
  const event = { subjectId: subjectOfCode('division', code), effect: { data: { code, parentCode, level, name } } };
  return { value: division, event };
}
