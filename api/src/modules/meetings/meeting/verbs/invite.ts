import { id } from '../../../../kernel/field.ts';
import { findUnit, unitReasons } from '../../../units/index.ts';
import { meetingVerb } from '../meeting.case.ts';
import { meetingReasons } from '../meeting.reasons.ts';

const INVITE = `INSERT INTO meeting_attendee (meeting_id, unit_id, entitled) VALUES ($1, $2, false) ON CONFLICT DO NOTHING RETURNING unit_id`;

export const invite = meetingVerb('invite', {
  label: '邀请列席',
  about: 'A unit that is not entitled sits in without a vote: one that joined after the notice, or one from outside.',
  input: { unitId: id('列席单位', 'The unit that sits in.', 'unit') },
  async effect({ row, input, transaction }) {
    const path = ['input', 'unitId'];
    const unit = (await findUnit(transaction, input.unitId)) ?? unitReasons.refuse('UNIT_UNKNOWN', { path });
    const invited = await transaction.rows('invite-unit', INVITE, [row.id, unit.id]);
    if (invited.length === 0) meetingReasons.refuse('MEETING_UNIT_INVITED', { path, values: { name: unit.name } });
    row.entitledUnitIds = [...row.entitledUnitIds, unit.id];
    return { data: { unitId: unit.id, unitName: unit.name } };
  },
});
