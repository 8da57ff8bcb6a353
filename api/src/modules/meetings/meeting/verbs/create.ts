import { choice, id } from '../../../../kernel/field.ts';
import type { Viewer } from '../../../../kernel/viewer.ts';
import { nextInSeries } from '../../../../platform/process/serial.ts';
import type { Transaction } from '../../../../platform/process/transaction.ts';
import { findAlliance, membersOf, type AllianceRow } from '../../../alliance/index.ts';
import { placesOf } from '../../../divisions/index.ts';
import { carry } from '../meeting.carry.ts';
import { meetingOpens } from '../meeting.case.ts';
import { meetingKind } from '../meeting.choices.ts';
import { planFields } from '../meeting.input.ts';
import { meetingReasons } from '../meeting.reasons.ts';
import { MeetingSchema } from '../meeting.row.ts';
import { timesOf, yearOf } from '../meeting.times.ts';

/** 召集联席会议. */
export const create = meetingOpens('create', {
  label: '召集会议',
  about: 'Plans a joint meeting of the alliance of one’s own street or community; what is open is carried over.',
  by: ['COMMUNITY_SECRETARY', 'STREET_COMMITTEE'],
  input: {
    allianceId: id('红色联盟', 'Whose meeting it is.', 'alliance'),
    kind: choice('会议类别', 'Regular or special.', meetingKind),
    ...planFields,
  },
  async create({ id: meetingId, input, viewer, now, transaction }) {
    const alliance = await ownAlliance(input.allianceId, viewer, transaction);
    const times = timesOf(input, transaction);
    const year = yearOf(input.startsAt);
    const { district, street, community } = placesOf(alliance.divisionCode);
    const { kind, title, place, quorumPercent } = input;
    const row = transaction.em.create(MeetingSchema, {
      ...{ id: meetingId, state: 'TOPICS_OPEN', version: 1, enteredAt: now, createdAt: now },
      ...{ plannerId: viewer.personId!, allianceId: alliance.id, convenerCode: alliance.divisionCode },
      ...{ districtCode: district!, streetCode: street!, communityCode: community },
      ...{ kind, title, place, quorumPercent: quorumPercent ?? 50, ...times },
      ...{ year, ordinal: await nextInSeries(transaction, `meeting:${alliance.id}:${String(year)}`) },
    });
    await transaction.em.persist(row).flush();
    const carried = await carry(row, transaction);
    const unitIds = (await membersOf(transaction, alliance.id)).map(({ unitId }) => unitId);
    const data = { kind, startsAt: input.startsAt.toISOString(), allianceName: alliance.name, carried };
    return { row, effect: { data, unitIds } };
  },
});

/** The alliance, if the viewer convenes for its street or community. */
async function ownAlliance(allianceId: string, viewer: Viewer, transaction: Transaction): Promise<AllianceRow> {
  const path = ['input', 'allianceId'];
  const alliance =
    (await findAlliance(transaction, allianceId)) ?? meetingReasons.refuse('MEETING_ALLIANCE_UNKNOWN', { path });
  if (alliance.divisionCode !== viewer.post?.scope)
    meetingReasons.refuse('MEETING_NOT_YOURS', { path, values: { name: alliance.name } });
  return alliance;
}
