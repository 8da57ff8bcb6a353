import { carry } from '../meeting.carry.ts';
import { meetingVerb } from '../meeting.case.ts';

export const carryOver = meetingVerb('carryOver', {
  label: '滚入议题',
  about: 'Takes up what has become open since: resolutions, orders nobody claims, deferred items. Nothing twice.',
  effect: async ({ row, transaction }) => ({ data: { carried: await carry(row, transaction) } }),
});
