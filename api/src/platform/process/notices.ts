import { ROLES } from '../../kernel/viewer.ts';
import type { NoticeTo } from '../../kernel/notice.ts';
import type { Case } from './case.ts';
import type { Verb } from './verb.ts';

/** What the engine itself tells of a duty. */
const OF_DUTIES = ['deadlineNear', 'deadlineMissed'];

/** Throws, naming all of them, when a case tells of acts that it does not have, or tells a role at a place where nobody holds it. */
export function assertNoticesMatchTables(verbs: readonly Verb[], cases: readonly Case[]): void {
  const faults = cases.flatMap((of) =>
    Object.entries(of.notices ?? {}).flatMap(([key, { to }]) => [
      ...(isTold(key, of, verbs) ? [] : [`${of.process.noun}: notices of "${key}", which never happens`]),
      ...to
        .filter(isNowhere)
        .map((one) => `${of.process.noun}: nobody holds what "${key}" tells: ${JSON.stringify(one)}`),
    ]),
  );
  if (faults.length > 0) throw new Error(faults.join('; '));
}

function isTold(key: string, of: Case, verbs: readonly Verb[]): boolean {
  const [action, duty] = key.split(':') as [string, string?];
  if (OF_DUTIES.includes(action))
    return duty === undefined || of.process.steps.some((step) => step.action === duty && step.within !== null);
  const opens = verbs.some((verb) => verb.kind === 'CREATE' && verb.case === of && verb.action === action);
  return duty === undefined && (opens || of.process.actions.includes(action));
}

const isNowhere = (to: NoticeTo): boolean => typeof to === 'object' && 'role' in to && ROLES[to.role].level !== to.at;
