import { minutesReasons } from './minutes.reasons.ts';
import { differences, proposal, revised, type Difference, type Section } from './sections.ts';
import type { KeptVersion } from './versions.ts';

/** What somebody saves. */
export interface Saved {
  readonly basedOn: number;
  readonly merges: number | null;
  readonly texts: ReadonlyMap<string, string>;
}

/** Somebody else was first: what they changed, and a text in which both are held. */
export interface Conflict {
  /** The version under which what was saved is kept. */
  readonly n: number;
  readonly head: number;
  readonly by: string | null;
  readonly at: Date;
  readonly sections: readonly Difference[];
  readonly proposal: readonly Section[];
}

/** Where a saved text belongs: it becomes the head, or is kept beside it until somebody takes it up. */
export interface Placed {
  readonly n: number;
  readonly basedOn: number;
  readonly merges: number | null;
  readonly branch: boolean;
  readonly sections: readonly Section[];
  readonly changed: readonly string[];
  readonly conflict: Conflict | null;
}

/** Nothing that is saved is lost: whoever wrote over an old version is kept as a branch and told what has changed meanwhile. */
export function placed(saved: Saved, head: number, versions: readonly KeptVersion[]): Placed {
  const before = versionOf(saved.basedOn, 'basedOn', versions);
  const merged = saved.merges === null ? null : versionOf(saved.merges, 'merges', versions);
  if (merged && !merged.open)
    minutesReasons.refuse('MINUTES_BRANCH_CLOSED', { path: ['input', 'merges'], values: { n: merged.n } });
  const { sections, unknown } = revised(before.sections, saved.texts);
  if (unknown !== null) minutesReasons.refuse('MINUTES_SECTION_UNKNOWN', { path: ['input', 'sections'] });
  const n = versions.at(-1)!.n + 1;
  const changed = sections.filter(({ text }, index) => text !== before.sections[index]!.text).map(({ key }) => key);
  if (saved.basedOn === head)
    return { n, basedOn: head, merges: saved.merges, branch: false, sections, changed, conflict: null };
  // A merge that came too late goes on with the branch that it was to take up: nothing of that is forgotten.
  const parent = merged ?? before;
  const stands = { n, sections, origin: parent.origin };
  return {
    ...{ n, basedOn: parent.n, merges: null, branch: true, sections, changed },
    conflict: conflictOf(stands, head, versions),
  };
}

function versionOf(n: number, field: 'basedOn' | 'merges', versions: readonly KeptVersion[]): KeptVersion {
  const label = field === 'basedOn' ? '所依据的' : '要合并的';
  const found = versions.find((one) => one.n === n);
  return found ?? minutesReasons.refuse('MINUTES_VERSION_UNKNOWN', { path: ['input', field], values: { label, n } });
}

function conflictOf(
  { n, sections: mine, origin }: { n: number; sections: readonly Section[]; origin: number },
  head: number,
  versions: readonly KeptVersion[],
): Conflict {
  const theirs = versions.find((one) => one.n === head)!;
  const stands = { before: versions.find((one) => one.n === origin)!.sections, theirs: theirs.sections, mine };
  const { by, at } = theirs;
  return { ...{ n, head, by, at }, sections: differences(stands), proposal: proposal(stands) };
}
