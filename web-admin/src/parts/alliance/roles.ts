import { actsAs } from '../../shell/viewer.tsx';

export const ofUnit = actsAs('UNIT_LIAISON', 'UNIT_LEAD');

/** Those whose daily work the alliance is, and who oversee it. */
export const ofAlliance = actsAs(
  ...(['STREET_REVIEWER', 'STREET_COMMITTEE', 'COMMUNITY_WORKER', 'COMMUNITY_SECRETARY'] as const),
  ...(['UNIT_LIAISON', 'UNIT_LEAD', 'SUPERVISOR', 'DISTRICT_LEADER'] as const),
);
