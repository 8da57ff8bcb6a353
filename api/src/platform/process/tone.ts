import { defineChoice, type KeyOf } from '../../kernel/choice.ts';
import { SAME, type Process } from '../../kernel/process.ts';
import type { CaseVerb } from './verb.ts';

export const actionTone = defineChoice('ActionTone', '动作性质 — What an action does to the course of a case.', {
  FORWARD: ['推进', 'Leads on to another state.'],
  BESIDE: ['其他', 'Leaves the case in the state it is in.'],
  BACK: ['退回', 'Asks a reason and leads to another state.'],
  GRAVE: ['终结', 'Asks a reason and ends the case.'],
});
export type ActionTone = KeyOf<typeof actionTone>;

/** What the table and the fields of a verb say of its tone: whoever goes against the course of things must say why. */
export function toneOf({ ends }: Process, { fields }: CaseVerb, to: string): ActionTone {
  if (to === SAME) return 'BESIDE';
  const asksWhy = Object.values(fields).some(({ widget, required }) => widget === 'reason' && required);
  if (!asksWhy) return 'FORWARD';
  return ends.includes(to) ? 'GRAVE' : 'BACK';
}
