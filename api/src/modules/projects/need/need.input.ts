import { choice, code, instant, int, line, optional, paragraph, type InputOf } from '../../../kernel/field.ts';
import { searchForm } from '../../../kernel/text.ts';
import { unitOf, type Viewer } from '../../../kernel/viewer.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { resourceKind } from '../../alliance/index.ts';
import { findCategory } from '../../units/index.ts';
import { needOwner, needPrivacy, needSource, needUrgency, type NeedOwner } from './need.choices.ts';
import { needReasons } from './need.reasons.ts';

/** What is said of a need when it is taken down, and when it is mended. */
export const needFields = {
  owner: choice('需求主体', 'Whose need it is.', needOwner),
  source: choice('需求来源', 'How it became known.', needSource),
  category: code('服务类别', 'Code of the service category.', 'category'),
  kind: choice('需求类型', 'What is wanted, of the same kinds as what units offer.', resourceKind),
  title: line('标题', 'What is wanted, in one line. No names.', { min: 2, max: 60 }),
  content: paragraph('需求说明', 'What is wanted, for whom, to what end. No names.', { min: 1, max: 1000 }),
  amount: int('数量', 'How many or how much.', 1, 10_000),
  measure: line('计量单位', 'Of what: 场, 人, 次, 件.', { min: 1, max: 10 }),
  urgency: choice('紧迫程度', 'How soon it is wanted.', needUrgency),
  wantedFrom: optional(instant('需求开始时间', 'From when it is wanted, where that is known.')),
  wantedUntil: optional(instant('需求结束时间', 'Until when it is wanted.')),
  privacy: choice('公开范围', 'Who may read it once it is published.', needPrivacy),
} as const;

export type NeedInput = InputOf<typeof needFields>;

const LONGEST = 30 * 86_400_000;

/** What was said, as it is kept. Refuses what does not fit together. */
export async function saidOf(input: NeedInput, viewer: Viewer, transaction: Transaction) {
  const { wantedFrom, wantedUntil, title, content, amount, measure, urgency, privacy, kind, source } = input;
  refuseTime(wantedFrom, wantedUntil, transaction.now);
  return {
    ...{
      ownerKind: input.owner,
      unitId: ownerUnit(input.owner, viewer),
      source,
      kind,
      amount,
      measure,
      urgency,
      privacy,
    },
    ...{ title, about: content, wantedFrom, wantedUntil, search: searchForm(`${title} ${content}`) },
    categoryCode: await usableCategory(input.category, transaction),
  };
}

/** Units speak for themselves, and nobody else does. */
function ownerUnit(owner: NeedOwner, viewer: Viewer): string | null {
  const unit = unitOf(viewer);
  const path = ['input', 'owner'];
  if (unit !== null && owner !== 'UNIT') needReasons.refuse('NEED_UNIT_REQUIRED', { path });
  if (unit === null && owner === 'UNIT') needReasons.refuse('NEED_NOT_A_UNIT', { path });
  return unit;
}

export function refuseTime(from: Date | null, until: Date | null, now: Date): void {
  const path = ['input', 'wantedUntil'];
  if (from === null && until === null) return;
  if (!from || !until) return needReasons.refuse('NEED_TIME_HALF', { path });
  if (until <= from || until.getTime() - from.getTime() > LONGEST) needReasons.refuse('NEED_TIME_ORDER', { path });
  if (until <= now) needReasons.refuse('NEED_TIME_PAST', { path });
}

async function usableCategory(given: string, transaction: Transaction): Promise<string> {
  const category = await findCategory(transaction, given);
  return category?.active
    ? category.code
    : needReasons.refuse('NEED_CATEGORY_UNKNOWN', { path: ['input', 'category'] });
}
