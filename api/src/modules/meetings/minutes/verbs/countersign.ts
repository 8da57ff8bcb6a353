import { unitOf } from '../../../../kernel/viewer.ts';
import { meetingVerb } from '../../meeting/meeting.case.ts';
import { minutesReasons } from '../minutes.reasons.ts';
import { issueWhen, sign, standingOf } from '../signing.ts';

export const countersign = meetingVerb('countersign', {
  label: '会签',
  about: 'The head of a unit that attended signs the minutes for it; with the last signature they are issued.',
  asks: ({ subject, viewer, transaction }) => standingOf(subject.id, unitOf(viewer), transaction),
  effect({ row, asked, viewer, transaction }) {
    const { own, missing } = asked!;
    const unitId = unitOf(viewer)!;
    const { headN: n } = row;
    if (own !== null) minutesReasons.refuse('MINUTES_SIGNED_BEFORE', { values: { n } });
    sign(row, { unitIds: [unitId], kind: 'SIGNED', personId: viewer.personId }, transaction);
    return { data: { n, unitId }, then: issueWhen(row, missing.length - 1) };
  },
});
