import type { Condition } from '../reads/condition.ts';
import { Light } from './light.enum.ts';

const HOLDS = {
  GREEN: (yellow: string, _due: string, now: string) => `${yellow} > ${now}`,
  YELLOW: (yellow: string, due: string, now: string) => `(${yellow} <= ${now} AND ${due} >= ${now})`,
  RED: (_yellow: string, due: string, now: string) => `${due} < ${now}`,
} as const;

/** Filters cases with `yellowAt` and `dueAt` by how their leading duty stands now. */
export const light: Condition = {
  ...{ type: () => Light, about: '灯色 — How the leading duty stands now.' },
  sql: (it, given) => {
    const now = it.statement.parameters.now();
    return HOLDS[given.known<keyof typeof HOLDS>()](it.column('yellowAt'), it.column('dueAt'), now);
  },
};
