import { actsAs } from '../../shell/viewer.tsx';

/** Who looks at the figures of a district or a street. */
export const watches = actsAs('DISTRICT_LEADER', 'SUPERVISOR', 'STREET_REVIEWER', 'STREET_COMMITTEE');
