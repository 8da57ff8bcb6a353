import { Field as GraphField, GraphQLISODateTime, ObjectType } from 'type-graphql';
import type { Predicate } from '../../kernel/predicate.ts';
import type { Process } from '../../kernel/process.ts';
import { capitalised } from '../graphql/names.ts';
import { enumOf } from '../graphql/enum.ts';
import { toneOf, actionTone, type ActionTone } from './tone.ts';
import { isAutomaticVerb, mutationName, type CaseVerb, type Verb } from './verb.ts';

const TONE = enumOf(actionTone);

@ObjectType('ViewerAction', { description: '可办事项 — What this viewer may do with this case now.' })
export class ViewerActionType {
  @GraphField(() => String, { description: '动作代码 — Code of the action in the process table.' })
  action!: string;

  @GraphField(() => String, { description: '动作名称 — What the button says.' })
  label!: string;

  @GraphField(() => String, { description: '动作说明 — What it does.' })
  about!: string;

  @GraphField(() => String, { description: '接口名称 — The mutation that does it.' })
  mutation!: string;

  @GraphField(() => String, { description: '填写类型 — The input type of the mutation.' })
  input!: string;

  @GraphField(() => TONE, { description: '动作性质 — How a button shows it.' })
  tone!: ActionTone;

  @GraphField(() => GraphQLISODateTime, {
    nullable: true,
    description: '应办时间 — When the duty runs out, if a clock runs.',
  })
  dueAt!: Date | null;
}

type Labels = ReadonlyMap<string, CaseVerb>;
const labelsOf = new WeakMap<Process, Labels>();

/** Learns from the verbs how actions are called and which of them people take. */
export function indexActions(verbs: readonly Verb[]): void {
  for (const verb of verbs) {
    if (verb.kind !== 'PLAIN') nouns.set(verb.case.process.noun, verb.case.process.label);
    labels.set(`${verb.kind === 'PLAIN' ? verb.noun : verb.case.process.noun}.${verb.action}`, verb.label);
    if (verb.kind !== 'CASE' || isAutomaticVerb(verb)) continue;
    const known = new Map(labelsOf.get(verb.case.process) ?? []);
    labelsOf.set(verb.case.process, known.set(verb.action, verb));
  }
}

/** A case as it stands for somebody. */
export interface CaseSeen {
  readonly state: string;
  readonly relations: ReadonlySet<string>;
  /** When the leading duty runs out. */
  readonly dueAt: Date | null;
  /** Does the condition of a verb hold? */
  meets(condition: Predicate): boolean;
}

/** An action as it is offered: what is shown of it, and on what that depends. */
export interface Offered {
  readonly shown: Omit<ViewerActionType, 'dueAt'>;
  readonly who: readonly string[];
  /** A condition of the verb beside the relation. */
  readonly offered: Predicate | undefined;
  /** A clock runs for it. */
  readonly timed: boolean;
}

/** What people can do with a case in a state, in the order of the table. */
export function offeredActions(process: Process, state: string): readonly Offered[] {
  const verbs = labelsOf.get(process);
  return process.steps.flatMap(({ from, action, who, to, within }) => {
    const verb = verbs?.get(action);
    if (!verb || !from.includes(state)) return [];
    const mutation = mutationName(process.noun, action);
    const { label, about, offered } = verb;
    const input = `${capitalised(mutation)}Input`;
    const shown = { action, label, about, mutation, input, tone: toneOf(process, verb, to) };
    return [{ shown, who, offered, timed: within !== null }];
  });
}

/** What somebody may do with a case and would not be refused for sure, in the order of the table. */
export function viewerActions(process: Process, { state, relations, dueAt, meets }: CaseSeen): ViewerActionType[] {
  return offeredActions(process, state)
    .filter(({ who, offered }) => who.some((one) => relations.has(one)) && (!offered || meets(offered)))
    .map(({ shown, timed }) => ({ ...shown, dueAt: timed ? dueAt : null }));
}

const SAID_BY_THE_ENGINE: Readonly<Record<string, string>> = {
  deadlineNear: '临近期限',
  deadlineMissed: '超过期限',
  deadlineRenewed: '期限已按新公布的工作日历更正',
};
const labels = new Map<string, string>();
const nouns = new Map<string, string>();

/** What the cases of the house are called, by noun. */
export const nounLabels = (): Readonly<Record<string, string>> => Object.fromEntries(nouns);

/** What actions are called: by `noun.action`, and for what the engine does of its own by the action alone. */
export const actionLabels = (): {
  readonly named: Readonly<Record<string, string>>;
  readonly engine: typeof SAID_BY_THE_ENGINE;
} => ({
  named: Object.fromEntries(labels),
  engine: SAID_BY_THE_ENGINE,
});

/** How people call an action of a noun; the code itself where nobody named it. */
export function actionLabel(noun: string, action: string): string {
  return labels.get(`${noun}.${action}`) ?? SAID_BY_THE_ENGINE[action] ?? action;
}
