import { records } from '../service-record.ts';

export const report = records('report', {
  kind: 'REPORT',
  about: 'Records that the other side was informed (通报).',
});
