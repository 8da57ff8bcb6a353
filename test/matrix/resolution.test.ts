import 'reflect-metadata';
import { v7 } from 'uuid';
import { resolutionProcess } from '../../api/src/modules/meetings/resolution/resolution.process.ts';
import { insertRow } from '../support/matrix-cast.ts';
import { matrixOf } from '../support/matrix-suite.ts';
import { planned, type MeetingWorld } from '../support/meeting-world.ts';
import { COMMUNITY, DISTRICT, STREET } from '../support/world.ts';

const AT = '2026-11-01T02:00:00Z';

matrixOf(resolutionProcess, {
  async open({ world, unitId, otherUnitId, outsideUnitId, all }) {
    const { rows } = await world.sql.query<{ id: string }>('SELECT id FROM alliance WHERE division_code = $1', [COMMUNITY]);
    const allianceId = rows[0]!.id;
    const meetingId = await planned({ world, allianceId, secretary: all.secretary } as unknown as MeetingWorld);
    const held = `UPDATE joint_meeting SET state = 'IN_SESSION', locked_at = $2, opened_at = $2 WHERE id = $1`;
    await world.sql.query(held, [meetingId, AT]);
    const [id, later, topicId] = [v7(), v7(), v7()];
    const outcome = { outcome: 'RESOLVE', outcome_text: '同意', recorded_at: AT, recorded_by: all.member.who.id };
    const topic = { id: topicId, meeting_id: meetingId, position: 1, title: '路灯维修', about: '不亮', minutes: 20, source: 'PROPOSED' };
    await insertRow(world, 'meeting_topic', { ...topic, ...outcome, on_agenda: true, created_at: AT });
    const resolved = {
      ...{ version: 1, entered_at: AT, created_at: AT, meeting_id: meetingId, topic_id: topicId, alliance_id: allianceId, round: 1 },
      ...{ district_code: DISTRICT, street_code: STREET, community_code: COMMUNITY, recorder_id: all.member.who.id, text: '修好路灯' },
      ...{ deliverable: '路灯全亮', lead_unit_id: unitId, co_unit_ids: [otherUnitId], due_on: '2026-12-05', percent: 0 },
      ...{ extend_count: 0, rework_count: 0, checker_unit_ids: [] },
    };
    await insertRow(world, 'resolution', { ...resolved, id, state: 'RECORDED', ordinal: 1 });
    await insertRow(world, 'resolution', { ...resolved, id: later, state: 'RECORDED', ordinal: 2 });
    const columns = (state: string) => ({
      ...{ dispatched_at: AT, result: '已修好', evidence_text: '现场照片与验收单', executor_id: all.lead.who.id, finished_at: AT },
      ...{ checker_id: all.worker.who.id, checked_at: AT, serial: '销610303001002-2026-00001', cleared_at: AT, circular: '通报第1期' },
      ...{ superseded_by: state === 'SUPERSEDED' ? later : null, extend_to: '2026-12-20' },
    });
    return { id, columns, picks: { unit: outsideUnitId } };
  },
}); // prettier-ignore
