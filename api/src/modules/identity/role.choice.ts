import { defineChoice } from '../../kernel/choice.ts';
import { ROLES, type Role } from '../../kernel/viewer.ts';

const entries = Object.entries(ROLES).map(([role, { label, about }]) => [role, [label, about]] as const);

/** The roles of the house as a choice: a GraphQL enum, a list in a form. */
export const RoleChoice = defineChoice<Role>(
  'Role',
  '角色 — What somebody is in the house; held at a place or unit for a term.',
  Object.fromEntries(entries) as unknown as Record<Role, readonly [string, string]>,
);

/** What may be done after signing in by a code alone: a phone lent or lost opens no office. */
export const ROLES_BY_CODE: readonly Role[] = ['RESIDENT', 'VOLUNTEER'];
