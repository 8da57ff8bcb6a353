import { paragraph } from '../../../../kernel/field.ts';
import { unitOf } from '../../../../kernel/viewer.ts';
import { meetingVerb } from '../../meeting/meeting.case.ts';
import { minutesReasons } from '../minutes.reasons.ts';
import { sign, standingOf } from '../signing.ts';

export const object = meetingVerb('object', {
  label: '提出异议',
  about: 'The head of a unit that attended objects, with the wording that it wants; nothing is issued until that is settled.',
  input: { wording: paragraph('异议及修改意见', 'What is wrong, and how it should read.', { min: 10, max: 2000 }) },
  asks: ({ subject, viewer, transaction }) => standingOf(subject.id, unitOf(viewer), transaction),
  effect({ row, asked, input, viewer, transaction }) {
    const unitId = unitOf(viewer)!;
    const { headN: n } = row;
    if (asked!.own !== null) minutesReasons.refuse('MINUTES_SIGNED_BEFORE', { values: { n } });
    const objection = { kind: 'OBJECTED', personId: viewer.personId, wording: input.wording } as const;
    sign(row, { unitIds: [unitId], ...objection }, transaction);
    row.objectionsOpen += 1;
    return { data: { n, unitId, text: input.wording } };
  },
}); // prettier-ignore
