import type { Choice } from '../../kernel/choice.ts';
import type { Field } from '../../kernel/field.ts';
import type { Documents } from '../graphql/documents.ts';
import { nounOf } from '../graphql/mutations.ts';
import { nounLabels } from '../process/viewer-actions.ts';
import { nameOf, type Verb } from '../process/verb.ts';
import { documentOf } from './document.ts';
import type { ActionFormType, FormFieldType } from './form.type.ts';
import { helpOf } from './help.ts';
import { nextDuties } from './next.ts';

/** The form of a verb: what must be known to draw it, to send it and to show what came of it. */
export function formOf(verb: Verb, documents: Documents): ActionFormType {
  const noun = nounOf(verb);
  const mutation = nameOf(verb);
  const acts = verb.kind === 'CASE';
  return {
    ...{ mutation, noun, label: verb.label, about: verb.about, nounLabel: nounLabels()[noun] ?? null },
    subjectField: acts ? `${noun}Id` : null,
    keyed: verb.kind === 'CREATE' || verb.keyed,
    versioned: acts,
    payloadField: verb.kind === 'PLAIN' ? verb.shows.field : noun,
    shownOnce: acts ? (verb.shows?.field ?? null) : null,
    document: documentOf(mutation, documents),
    fields: Object.entries(verb.fields).map(([name, field]) => fieldOf(name, field)),
    next: nextDuties(verb).map((duty) => ({ ...duty })),
  };
}

function fieldOf(name: string, field: Field): FormFieldType {
  const { label, widget, wire, required, list, limits = NONE, counts = NONE } = field;
  return {
    ...{ name, label, widget, required, list, help: helpOf(field) },
    ...{ min: limits.min, max: limits.max, minCount: counts.min, maxCount: counts.max },
    ...(wire.kind === 'Choice' ? chosenFrom(wire.choice) : { wire: wire.kind, choices: [] }),
  };
}

const NONE = { min: null, max: null };

const chosenFrom = ({ name, values }: Choice) => ({
  wire: name,
  choices: Object.entries(values).map(([value, [label, about]]) => ({ value, label, about })),
});
