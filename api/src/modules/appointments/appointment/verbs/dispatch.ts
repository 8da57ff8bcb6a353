import { records } from '../service-record.ts';

export const dispatch = records('dispatch', {
  kind: 'DISPATCH',
  about: 'Records that work was set going or moved along (调度).',
});
