import 'reflect-metadata';
import { meetingProcess } from '../../api/src/modules/meetings/meeting/meeting.process.ts';
import { insertRow } from '../support/matrix-cast.ts';
import { matrixOf } from '../support/matrix-suite.ts';
import { planned, type MeetingWorld } from '../support/meeting-world.ts';
import { COMMUNITY } from '../support/world.ts';

const AT = '2026-11-01T02:00:00Z';
const SECTIONS = [{ key: 'opening', heading: null, text: '会议开始。' }];

const ISSUE = `
  INSERT INTO issued_minutes (meeting_id, n, convener_code, year, seq, number, canonical, digest, recipients, public_keys, at)
  VALUES ($1, 1, $2, 2026, 1, '〔2026〕1号', '\\x00', sha256('\\x00'), '{}', '{}', $3)`;

matrixOf(meetingProcess, {
  async open({ world, unitId, otherUnitId, outsideUnitId, all }) {
    const { rows } = await world.sql.query<{ id: string }>('SELECT id FROM alliance WHERE division_code = $1', [COMMUNITY]);
    const place = { world, allianceId: rows[0]!.id, secretary: all.secretary } as unknown as MeetingWorld;
    const id = await planned(place);
    const minutes = { meeting_id: id, n: 1, at: AT };
    await insertRow(world, 'minutes_version', { ...minutes, branch: false, sections: SECTIONS });
    const present = { checked_in_at: AT, present_name: '示例甲' };
    // One unit came, one did not, one sits in without a vote; nobody is entitled before the agenda is locked.
    const attendees = [{ unit_id: unitId, entitled: true, ...present }, { unit_id: otherUnitId, entitled: true }, { unit_id: outsideUnitId, entitled: false }];
    const around = async (state: string) => {
      for (const table of ['vote', 'attendee']) await world.sql.query(`DELETE FROM meeting_${table}`);
      for (const one of state === 'TOPICS_OPEN' ? [] : attendees) await insertRow(world, 'meeting_attendee', { meeting_id: id, signed_for: false, late: false, ...one });
      for (const table of ['erratum', 'settlement', 'signature']) await world.sql.query(`DELETE FROM minutes_${table}`);
      await world.sql.query('DELETE FROM issued_minutes');
      await world.sql.query('DELETE FROM minutes_sending');
      await world.sql.query('DELETE FROM minutes_version WHERE n > 1');
      if (['COUNTERSIGN', 'ISSUED'].includes(state)) await insertRow(world, 'minutes_sending', { ...minutes, public_keys: [], person_id: all.worker.who.id });
      if (state === 'ISSUED') await world.sql.query(ISSUE, [id, COMMUNITY, AT]);
    };
    const filled = {
      ...{ recorder_id: all.member.who.id, locked_at: AT, opened_at: AT, adjourned_at: AT, quorum_reached: true, entitled_unit_ids: [unitId, otherUnitId] },
      ...{ head_n: 1, minutes_number: '〔2026〕1号', issued_at: AT, chair_id: all.secretary.who.id },
    };
    return { id, around, columns: () => filled, picks: { unit: outsideUnitId, person: all.worker.who.id } };
  },
}); // prettier-ignore
