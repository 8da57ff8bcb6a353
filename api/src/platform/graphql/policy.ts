import type { Role, Viewer } from '../../kernel/viewer.ts';

/** Who may ask for a root field: everybody, whoever is signed in, or whoever acts in one of these roles. */
export type RootRule = 'ANYONE' | 'SIGNED_IN' | readonly Role[];

/**
 * How exposed a type's fields are: `public` to whoever can reach the object, `case` to whom the case's policy shows it,
 * `personal` masked unless the policy opens it, `staff` to whom the root rule admits.
 */
export type Exposure = 'public' | 'case' | 'personal' | 'staff';

/** One line per root field (`Query.orders`, `Subscription.claimHall`) and per object type of a module. */
export interface ModulePolicy {
  readonly roots: Readonly<Record<string, RootRule>>;
  readonly types: Readonly<Record<string, Exposure>>;
}

export function mayAsk(rule: RootRule, viewer: Viewer): boolean {
  if (rule === 'ANYONE') return true;
  if (rule === 'SIGNED_IN') return viewer.kind === 'PERSON';
  return viewer.post !== null && rule.includes(viewer.post.role);
}
