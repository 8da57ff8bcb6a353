import { date, id, int, line, many, paragraph, type InputOf } from '../../../kernel/field.ts';
import { dayOf } from '../../../kernel/calendar.ts';
import { searchForm } from '../../../kernel/text.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { attachFiles } from '../../files/index.ts';
import { projectReasons } from './project.reasons.ts';

/** What is said of a project when it is proposed, and when that is changed. */
export const planFields = {
  title: line('项目名称', 'What is done, in one line.', { min: 2, max: 60 }),
  goal: paragraph('项目目标', 'What will be better, and for whom.', { min: 10, max: 1000 }),
  measures: paragraph('具体措施', 'What is done to that end.', { min: 10, max: 2000 }),
  dueOn: date('完成期限', 'The last day of the work.'),
  beneficiaries: int('预计受益人数', 'How many people will have something of it.', 1, 1_000_000),
  needs: many(id('对应需求', 'Published needs that it answers.', 'need'), { max: 20 }),
  offers: many(id('使用资源', 'What units offer that it uses.', 'offer'), { max: 20 }),
} as const;

export type PlanInput = InputOf<typeof planFields>;

export const photosField = (about: string) => many(id('照片', about, 'photos'), { max: 9 });

const FARTHEST_DAYS = 730;
const DAY = 86_400_000;

/** A last day that lies ahead, within two years. */
export function refuseDue(dueOn: string, now: Date): void {
  const path = ['input', 'dueOn'];
  if (dueOn <= dayOf(now)) projectReasons.refuse('PROJECT_DUE_PAST', { path });
  if (dueOn > dayOf(new Date(now.getTime() + FARTHEST_DAYS * DAY))) projectReasons.refuse('PROJECT_DUE_FAR', { path });
}

/** What was said, as it is kept. */
export function plannedOf({ title, goal, measures, dueOn, beneficiaries }: PlanInput, now: Date) {
  refuseDue(dueOn, now);
  return { title, goal, measures, dueOn, beneficiaries, search: searchForm(`${title} ${goal}`) };
}

/** Hangs photos on a project. */
export function attachPhotos(
  ids: readonly string[],
  to: {
    readonly projectId: string;
    readonly purpose: 'AFTER' | 'CHECK' | 'EVIDENCE';
    readonly personId: string | null;
  },
  transaction: Transaction,
): Promise<void> {
  const { projectId, purpose, personId } = to;
  return attachFiles(transaction, { ids, noun: 'project', subjectId: projectId, purpose, personId: personId! });
}
