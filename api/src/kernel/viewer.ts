/** Where a role can be held: an area of the district, or a unit. */
export type ScopeLevel = 'district' | 'street' | 'community' | 'grid' | 'unit';

/** Roles of the house, what people call them, and the level at which each is held. */
export const ROLES = {
  RESIDENT: { label: '居民', level: 'community', about: 'Places, follows, withdraws, rates and disputes own orders.' },
  GRID_WORKER: { label: '网格员', level: 'grid', about: 'Places orders on behalf of residents, patrols, visits.' },
  GRID_SECRETARY: { label: '网格党支部书记', level: 'grid', about: 'Leads the party branch of a grid.' },
  COMMUNITY_WORKER: {
    label: '社区干部',
    level: 'community',
    about: 'Checks results, places orders for residents at the hall.',
  },
  COMMUNITY_SECRETARY: {
    label: '社区党组织书记',
    level: 'community',
    about: 'Leads the party organisation of a community.',
  },
  COMMITTEE_MEMBER: {
    label: '兼职委员',
    level: 'community',
    about: 'Part-time member of the community’s party committee, sent by a unit. Held by an appointment only.',
  },
  STREET_REVIEWER: {
    label: '镇街审单员',
    level: 'street',
    about: 'Reviews, publishes, assigns, extends, decides disputes.',
  },
  STREET_COMMITTEE: { label: '镇街党（工）委', level: 'street', about: 'Decides finally, supervises, convenes.' },
  UNIT_LIAISON: { label: '单位联络员', level: 'unit', about: 'Claims and fulfils orders for a unit.' },
  UNIT_LEAD: { label: '单位负责人', level: 'unit', about: 'Answers for a unit.' },
  PARTY_ADVISER: {
    label: '党建指导员',
    level: 'unit',
    about: 'Sent by a community to a unit to advise its party organisation. Held by an appointment only.',
  },
  DEPARTMENT_OFFICER: { label: '部门干部', level: 'unit', about: 'Answers whistles for a district department.' },
  DISTRICT_LEADER: { label: '包抓领导', level: 'district', about: 'Answers for a street on behalf of the district.' },
  SUPERVISOR: { label: '督查专班', level: 'district', about: 'Reads all in scope, supervises and scores.' },
  VOLUNTEER: { label: '志愿者', level: 'community', about: 'Takes up wishes and activities.' },
  SYSTEM_ADMIN: { label: '系统管理员', level: 'district', about: 'Configuration. Never changes a case.' },
  SECURITY_ADMIN: { label: '安全管理员', level: 'district', about: 'Accounts and roles. Never changes a case.' },
  AUDITOR: { label: '审计管理员', level: 'district', about: 'Reads the audit log. Never changes a case.' },
} as const satisfies Record<string, { label: string; level: ScopeLevel; about: string }>;

export type Role = keyof typeof ROLES;

/** Roles that are held by an appointment (交叉任职) and end with its term; nobody grants them by hand. */
export const ROLES_BY_APPOINTMENT: readonly Role[] = ['COMMITTEE_MEMBER', 'PARTY_ADVISER'];

/** Roles in which somebody acts for a unit. An adviser sits in a unit and acts for the community. */
export const ROLES_OF_UNITS: readonly Role[] = (Object.keys(ROLES) as Role[]).filter(
  (role) => ROLES[role].level === 'unit' && !ROLES_BY_APPOINTMENT.includes(role),
);

/** A role somebody holds: where, and until when. `scope` is a division code, or a unit id when the level is `unit`. */
export interface Post {
  readonly id: string;
  readonly role: Role;
  readonly scope: string;
  /** Where the scope is read by people, e.g. 中山东路街道. */
  readonly scopeName: string;
  readonly endsAt: Date | null;
}

/** Who asks. A person acts as one of their posts; the clock acts when a limit runs out; nobody is not signed in. */
export interface Viewer {
  readonly kind: 'PERSON' | 'CLOCK' | 'NOBODY';
  readonly personId: string | null;
  readonly sessionId: string | null;
  readonly post: Post | null;
}

export const NOBODY: Viewer = Object.freeze({ kind: 'NOBODY', personId: null, sessionId: null, post: null });
export const THE_CLOCK: Viewer = Object.freeze({ kind: 'CLOCK', personId: null, sessionId: null, post: null });

/** The scope in which the viewer acts, if it is held at this level. */
export function scopeAt(viewer: Viewer, level: ScopeLevel): string | null {
  return viewer.post && ROLES[viewer.post.role].level === level ? viewer.post.scope : null;
}

/** Does the viewer act in this role, and, where a scope is given, exactly there? */
export function actsAs(viewer: Viewer, role: Role, scope?: string | null): boolean {
  return viewer.post?.role === role && (scope === undefined || viewer.post.scope === scope);
}

/** The unit for which the viewer acts, if any. */
export function unitOf(viewer: Viewer): string | null {
  return viewer.post && ROLES_OF_UNITS.includes(viewer.post.role) ? viewer.post.scope : null;
}
