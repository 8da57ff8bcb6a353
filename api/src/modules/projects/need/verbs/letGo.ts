import { needVerb } from '../need.case.ts';
import { endMatch } from '../need.matching.ts';

/** The project that answered the need was given back or given up. */
export const letGo = needVerb('letGo', {
  label: '项目退出',
  about: 'The project that answered the need has no unit any more: something else is looked for.',
  effect({ row, transaction }) {
    const unitIds = row.giverUnitId ? [row.giverUnitId] : [];
    endMatch(row, transaction);
    return { unitIds };
  },
});
