/** One part of the minutes. The key says what it is about and never changes: `opening`, the id of a topic, `closing`. */
export interface Section {
  readonly key: string;
  /** What opens and closes the minutes has none. */
  readonly heading: string | null;
  readonly text: string;
}

/** What two people made of one part that was the same before. */
export interface Difference {
  readonly key: string;
  readonly heading: string | null;
  readonly before: string;
  readonly theirs: string;
  readonly mine: string;
  /** Both changed it, and not to the same: a person must decide. */
  readonly torn: boolean;
}

/** The parts with new texts where some are given. Keys that are not among them are answered with null: the first such key. */
export function revised(
  base: readonly Section[],
  texts: ReadonlyMap<string, string>,
): { readonly sections: readonly Section[]; readonly unknown: string | null } {
  const unknown = [...texts.keys()].find((key) => base.every((section) => section.key !== key)) ?? null;
  return { sections: base.map((section) => ({ ...section, text: texts.get(section.key) ?? section.text })), unknown };
}

/** Three stands of one text: what both began with, what somebody else has made of it, what I have. */
export interface Stands {
  readonly before: readonly Section[];
  readonly theirs: readonly Section[];
  readonly mine: readonly Section[];
}

/** The parts that one of the two changed, in their order. */
export function differences({ before, theirs, mine }: Stands): readonly Difference[] {
  const textOf = (sections: readonly Section[], key: string) => sections.find((one) => one.key === key)?.text ?? '';
  return before
    .map(({ key, heading, text }) => ({
      ...{ key, heading, before: text, theirs: textOf(theirs, key), mine: textOf(mine, key) },
    }))
    .filter((one) => one.theirs !== one.before || one.mine !== one.before)
    .map((one) => ({
      ...one,
      torn: one.theirs !== one.before && one.mine !== one.before && one.theirs !== one.mine,
    }));
}

/** A text in which nothing of either is lost: whoever changed a part has it; where both did, mine stands behind theirs. */
export function proposal(stands: Stands): readonly Section[] {
  const changed = new Map(differences(stands).map((one) => [one.key, one]));
  return stands.before.map((section) => ({ ...section, text: joined(changed.get(section.key)) ?? section.text }));
}

function joined(change: Difference | undefined): string | null {
  if (!change) return null;
  if (change.torn) return `${change.theirs}\n${change.mine}`;
  return change.mine === change.before ? change.theirs : change.mine;
}
