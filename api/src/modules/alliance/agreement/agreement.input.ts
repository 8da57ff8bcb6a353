import { date, id, line, optional, paragraph } from '../../../kernel/field.ts';
import type { Role } from '../../../kernel/viewer.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { holdsPost } from '../../identity/index.ts';
import type { Side } from './agreement.choices.ts';
import { reasons } from './agreement.reasons.ts';
import type { AgreementRow } from './agreement.row.ts';
import { clausesField } from './agreement.versions.ts';

export const termFields = {
  startsOn: date('开始日期', 'The day on which it begins; when that has passed, the moment of the last signature.'),
  endsOn: date('终止日期', 'Its last day; it runs until midnight.'),
} as const;

/** What an agreement says. */
export const textFields = {
  title: line('协议名称', 'How it is called in lists.', { min: 2, max: 60 }),
  template: optional(line('示范文本', 'Name and version of the template from which it was written.', { max: 60 })),
  ...termFields,
  clauses: clausesField,
} as const;

export const noteField = optional(paragraph('说明', 'What the other side should know of it.', { max: 1000 }));
export const personField = (about: string) => id('联络人', about, 'person');

interface Named {
  readonly side: Side;
  readonly personId: string;
  /** Where the person must hold a post: the unit, or the division whose alliance it is. */
  readonly scope: string;
}

/** Where people of a side hold their posts. */
export const scopeOf = (row: AgreementRow, side: Side): string =>
  side === 'UNIT' ? row.unitId : (row.communityCode ?? row.streetCode);

// Those who act for a side: who only lives in the community, or advises the unit, speaks for neither.
const LIAISONS: Readonly<Record<Side, readonly Role[]>> = {
  ALLIANCE: ['COMMUNITY_WORKER', 'COMMUNITY_SECRETARY', 'STREET_COMMITTEE'],
  UNIT: ['UNIT_LIAISON', 'UNIT_LEAD'],
};
const SIDES = { ALLIANCE: '牵头的社区或镇街', UNIT: '签约单位' } as const;

/** Refuses somebody who does not serve on that side. */
export async function refuseStranger({ side, personId, scope }: Named, transaction: Transaction): Promise<void> {
  if (await holdsPost(transaction, { personId, scope }, LIAISONS[side])) return;
  reasons.refuse('AGREEMENT_LIAISON_OUTSIDE', { path: ['input', 'person'], values: { side: SIDES[side] } });
}
