import { paragraph } from '../../../../kernel/field.ts';
import { meetingVerb } from '../../meeting/meeting.case.ts';

const ADD = `
  INSERT INTO minutes_erratum (meeting_id, k, text, person_id, at)
  SELECT $1::uuid, coalesce(max(k), 0) + 1, $2::text, $3::uuid, $4::timestamptz FROM minutes_erratum WHERE meeting_id = $1
  RETURNING k`;

/** The issued text stays as it is; what was wrong in it stands beside it. */
export const addErratum = meetingVerb('addErratum', {
  label: '发布更正',
  about: 'Adds a correction beside the issued minutes.',
  input: { text: paragraph('更正内容', 'What it says, and what it should say.', { min: 2, max: 2000 }) },
  async effect({ row, input, viewer, now, transaction }) {
    const values = [row.id, input.text, viewer.personId, now];
    const [added] = await transaction.rows<{ k: number }>('minutes-erratum', ADD, values);
    return { data: { k: added!.k, text: input.text } };
  },
});
