import { sayLimit } from '../../kernel/limit.ts';
import { SAME, targetsOf, type Process, type Step } from '../../kernel/process.ts';
import { actionLabel } from '../process/viewer-actions.ts';
import type { Verb } from '../process/verb.ts';

/** A duty that begins to run, and how long there is for it. */
export interface NextDuty {
  readonly label: string;
  readonly limit: string;
}

/**
 * What must be done, and within which limit, once the verb is done: duties that begin to run in the state it leads to.
 * Where it can lead to several states, those that begin in each of them.
 */
export function nextDuties(verb: Verb): readonly NextDuty[] {
  if (verb.kind === 'PLAIN') return [];
  const { process } = verb.case;
  const ways = verb.kind === 'CREATE' ? [dutiesOf(process, process.initial)] : waysOf(verb.action, process);
  const [first = [], ...others] = ways;
  const begun = first.filter((duty) => others.every((way) => way.some(({ action }) => action === duty.action)));
  return begun.map(({ action, within }) => ({ label: actionLabel(process.noun, action), limit: sayLimit(within!) }));
}

/** Those that leave the case where it is are owed only when somebody asked for them: an answer to supervision, a share of the work. */
const dutiesOf = ({ steps }: Process, state: string): readonly Step[] =>
  steps.filter(({ within, to, span }) => within && to !== SAME && span.over.includes(state));

function waysOf(action: string, process: Process): readonly (readonly Step[])[] {
  return process.steps
    .filter((step) => step.action === action)
    .flatMap((step) => {
      if (step.to === SAME) return [[]];
      return targetsOf(step, process.steps).map((target) => begunBy(step, dutiesOf(process, target)));
    });
}

/** Those that did not run before the step, or whose doing it is. */
const begunBy = ({ from, action }: Step, duties: readonly Step[]): readonly Step[] =>
  duties.filter((duty) => duty.action === action || !from.some((state) => runsIn(duty, state)));

const runsIn = ({ span }: Step, state: string) => span.over.includes(state) || span.pausedIn.includes(state);
