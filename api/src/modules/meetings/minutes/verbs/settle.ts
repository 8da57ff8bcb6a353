import { id, paragraph } from '../../../../kernel/field.ts';
import { meetingVerb } from '../../meeting/meeting.case.ts';
import { minutesReasons } from '../minutes.reasons.ts';
import { issueWhen, settlement, standingOf } from '../signing.ts';

export const settle = meetingVerb('settle', {
  label: '处理异议',
  about: 'Says how the objection of a unit was settled without another version; with the last one the minutes are issued.',
  input: {
    unitId: id('提出异议的单位', 'Whose objection it is.', 'unit'),
    how: paragraph('处理情况', 'How it was settled.', { min: 10, max: 2000 }),
  },
  asks: ({ subject, input, transaction }) => standingOf(subject.id, input.unitId, transaction),
  effect({ row, asked, input, viewer, transaction }) {
    const { own, settled, missing } = asked!;
    const { headN: n } = row;
    const path = ['input', 'unitId'];
    if (own !== 'OBJECTED') minutesReasons.refuse('MINUTES_NO_OBJECTION', { path, values: { n } });
    if (settled) minutesReasons.refuse('MINUTES_SETTLED_BEFORE', { path });
    transaction.later(settlement(row, { ...input, personId: viewer.personId }, transaction.now));
    row.objectionsOpen -= 1;
    const { unitId, how: text } = input;
    return { unitIds: [unitId], data: { n, unitId, text }, then: issueWhen(row, missing.length) };
  },
}); // prettier-ignore
