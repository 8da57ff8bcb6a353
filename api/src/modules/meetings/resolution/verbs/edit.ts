import { resolutionVerb } from '../resolution.case.ts';
import { refuseAfterRecord } from '../resolution.meeting.ts';
import { recordFields, refusePast, refuseStrangers } from '../resolution.plan.ts';

export const edit = resolutionVerb('edit', {
  label: '修改议定事项',
  about: 'Writes it anew, until the minutes are sent for countersigning.',
  input: recordFields,
  async effect({ row, input, now, transaction }) {
    await refuseAfterRecord(row, transaction);
    await refuseStrangers(input, row.allianceId, transaction);
    refusePast(input.dueOn, 'dueOn', now);
    const { coUnitIds, ...rest } = input;
    Object.assign(row, { ...rest, coUnitIds: [...coUnitIds] });
  },
});
