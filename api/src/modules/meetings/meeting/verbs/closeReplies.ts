import { meetingVerb } from '../meeting.case.ts';

const SILENT = `SELECT unit_id AS "unitId" FROM meeting_attendee WHERE meeting_id = $1 AND entitled AND reply IS NULL ORDER BY unit_id`;

export const closeReplies = meetingVerb('closeReplies', {
  label: '回复截止',
  about: 'The time for answers has passed; units that were silent are named.',
  async effect({ row, now, transaction }) {
    row.repliesClosedAt = now;
    const silent = await transaction.rows<{ unitId: string }>('silent-units', SILENT, [row.id]);
    return { data: { silentUnitIds: silent.map(({ unitId }) => unitId) } };
  },
});
