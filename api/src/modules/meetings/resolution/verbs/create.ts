import { id } from '../../../../kernel/field.ts';
import { nextInSeries } from '../../../../platform/process/serial.ts';
import { resolutionOpens } from '../resolution.case.ts';
import { recordedBy, refuseUnresolved } from '../resolution.meeting.ts';
import { recordFields, refusePast, refuseStrangers } from '../resolution.plan.ts';
import { ResolutionSchema } from '../resolution.row.ts';

/** 记录议定事项. */
export const create = resolutionOpens('create', {
  label: '记录议定事项',
  about: 'Writes down what the meeting resolved, while it sits or while its minutes are drafted.',
  by: ['COMMUNITY_WORKER', 'COMMUNITY_SECRETARY', 'COMMITTEE_MEMBER', 'STREET_REVIEWER', 'STREET_COMMITTEE'],
  input: {
    meetingId: id('联席会议', 'The meeting that resolved it.', 'meeting'),
    topicId: id('所属议题', 'The item of its agenda.', 'topic'),
    ...recordFields,
  },
  async create({ id: resolutionId, input, viewer, now, transaction }) {
    const meeting = await recordedBy(viewer, input.meetingId, transaction);
    await refuseUnresolved(input.topicId, meeting.id, transaction);
    await refuseStrangers(input, meeting.allianceId, transaction);
    refusePast(input.dueOn, 'dueOn', now);
    const { allianceId, districtCode, streetCode, communityCode } = meeting;
    const { topicId, text, deliverable, leadUnitId, coUnitIds, dueOn } = input;
    const row = transaction.em.create(ResolutionSchema, {
      ...{ id: resolutionId, state: 'RECORDED', version: 1, enteredAt: now, createdAt: now },
      ...{ meetingId: meeting.id, topicId, allianceId, districtCode, streetCode, communityCode: communityCode ?? null },
      ...{ text, deliverable, leadUnitId, coUnitIds: [...coUnitIds], dueOn, recorderId: viewer.personId! },
      ordinal: await nextInSeries(transaction, `resolution:${meeting.id}`),
    });
    return { row, effect: { data: { text, meetingId: meeting.id, ordinal: row.ordinal } } };
  },
});
