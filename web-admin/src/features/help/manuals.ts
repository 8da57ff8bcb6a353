import type { Role } from '../../shell/viewer.tsx';
import { MANUAL_TITLES } from './help.texts.ts';

export type ManualName = keyof typeof MANUAL_TITLES;

/** What a page of `docs/manual` has become when the console was built. */
export interface Manual {
  readonly title: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly html: string;
}

const found = import.meta.glob<Manual>('../../../../docs/manual/[a-z]*.md', { query: '?manual' });

/** For whom each manual is written; the resident's is for everybody who helps one. */
const READERS: Readonly<Record<ManualName, readonly Role[]>> = {
  unit: ['UNIT_LIAISON', 'UNIT_LEAD'],
  community: ['COMMUNITY_WORKER', 'COMMUNITY_SECRETARY', 'GRID_WORKER', 'GRID_SECRETARY'],
  street: ['STREET_REVIEWER', 'STREET_COMMITTEE'],
  district: ['SUPERVISOR', 'DISTRICT_LEADER', 'DEPARTMENT_OFFICER'],
  administrators: ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR'],
  resident: ['RESIDENT', 'VOLUNTEER'],
};

const isName = (name: string | undefined): name is ManualName => name !== undefined && name in MANUAL_TITLES;

/** The manual of whoever acts in a role. */
export function manualFor(role: Role | undefined): ManualName {
  const names = Object.keys(READERS) as ManualName[];
  return names.find((name) => role && READERS[name].includes(role)) ?? 'resident';
}

/** All manuals, one’s own first. */
export const namesFrom = (own: ManualName): readonly ManualName[] => [
  own,
  ...(Object.keys(READERS) as ManualName[]).filter((name) => name !== own),
];

/** Reads a manual; null where there is none of that name. */
export const readManual = async (name: string): Promise<Manual | null> =>
  isName(name) ? ((await found[`../../../../docs/manual/${name}.md`]?.()) ?? null) : null;
