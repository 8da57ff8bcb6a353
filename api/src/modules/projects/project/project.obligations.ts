import type { Obligations } from '../../../platform/process/obligations.ts';

const OWED = `
  SELECT title FROM project WHERE unit_id = $1 AND state IN ('CLAIMED', 'EXECUTING', 'PAUSED', 'DELIVERED', 'APPRAISED')
    AND ($2::text IS NULL OR $2 IN (community_code, street_code, district_code)) ORDER BY id`;

/** Projects that a unit has claimed and that are not closed off. */
export const projectsOwed: Obligations = async ({ unitId, divisionCode }, { rows }) => {
  const owed = await rows<{ title: string }>('projects-owed', OWED, [unitId, divisionCode]);
  return owed.map(({ title }) => ({ label: `共建项目“${title}”` }));
};
