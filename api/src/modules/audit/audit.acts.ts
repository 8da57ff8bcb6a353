import { Field as GraphField, ObjectType } from 'type-graphql';
import { nounOf } from '../../platform/graphql/mutations.ts';
import { actionLabel, nounLabels } from '../../platform/process/viewer-actions.ts';
import { mutationName, type Verb } from '../../platform/process/verb.ts';

@ObjectType('AuditAct', {
  description: '事项 — Something that can be done in the house, and stands in the log when it was.',
})
export class AuditActType {
  @GraphField(() => String, { description: '事项代码 — Noun and action: give it as `what`.' })
  what!: string;

  @GraphField(() => String, { description: '事项名称 — What it is called by people.' })
  label!: string;
}

const called = (noun: string, action: string): string =>
  [nounLabels()[noun], actionLabel(noun, action)].filter(Boolean).join(' · ');

/** Everything that people and the clock can do, in the order of the codes. */
export function auditActs(verbs: readonly Verb[]): AuditActType[] {
  const acts = verbs.map((verb) => ({
    what: `${nounOf(verb)}.${verb.action}`,
    label: called(nounOf(verb), verb.action),
  }));
  return acts.toSorted((one, other) => (one.what < other.what ? -1 : 1));
}

const byMutation = new WeakMap<readonly Verb[], ReadonlyMap<string, string>>();

/** What an entry is about, in words: it names an act, or the mutation that was refused. The code itself where nobody named it. */
export function actCalled(what: string, verbs: readonly Verb[]): string {
  const [noun, action] = what.split('.');
  if (noun && action) return called(noun, action);
  const named =
    byMutation.get(verbs) ?? new Map(verbs.map((verb) => [mutationOf(verb), called(nounOf(verb), verb.action)]));
  byMutation.set(verbs, named);
  return named.get(what) ?? what;
}

const mutationOf = (verb: Verb) => mutationName(nounOf(verb), verb.action);

/** Under which names the log keeps an act: as it was done, and as it was refused. */
export function namesOfAct(what: string): readonly string[] {
  const [noun, action] = what.split('.');
  return noun && action ? [what, mutationName(noun, action)] : [what];
}
