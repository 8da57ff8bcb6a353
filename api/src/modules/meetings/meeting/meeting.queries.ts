import { GraphQLISODateTime, ID } from 'type-graphql';
import { equals, type Condition } from '../../../platform/reads/condition.ts';
import { defineQueries } from '../../../platform/reads/queries.ts';
import { oneRow } from '../../../platform/reads/roots/one-row.ts';
import { pages } from '../../../platform/reads/roots/pages.ts';
import { byId } from '../../../platform/reads/sort.ts';
import { MeetingKindEnum, MeetingStateEnum } from './meeting.enums.ts';
import { JointMeeting } from './meeting.shape.ts';

const ofAlliance: Condition = {
  ...{ type: () => ID, about: '红色联盟 — Only of this alliance.' },
  sql: (it, alliance) => (alliance.isId ? `${it.column('allianceId')} = ${it.value(alliance, 'uuid')}` : 'false'),
};

const inDivision: Condition = {
  ...{ type: () => ID, about: '行政区划代码 — Only of this division and those within it.' },
  sql: (it, division) =>
    `EXISTS (SELECT FROM division d WHERE d.code = ${it.column('convenerCode')} AND d.path @> ARRAY[${it.value(division, 'text')}])`,
};

const held: Condition = {
  ...{ type: () => Boolean, about: '已召开 — True: those that were held to their end; false: the others.' },
  sql: (it, given) => `${it.column('adjournedAt')} IS ${given.known<boolean>() ? 'NOT ' : ''}NULL`,
};

const opened = (about: string, comparison: string): Condition => ({
  ...{ type: () => GraphQLISODateTime, about },
  sql: (it, given) => `${it.column('openedAt')} ${comparison} ${it.value(given, 'timestamptz')}`,
});

export const meetingQueries = defineQueries('MeetingQueries', {
  jointMeeting: oneRow(JointMeeting, {
    about: '联席会议 — One meeting; null when there is none for this viewer.',
    ...{ argument: 'id', type: () => ID, argumentAbout: '编号 — UUID.' },
    where: (it, id) => (id.isId ? `${it.column('id')} = ${it.value(id, 'uuid')}` : 'false'),
  }),
  jointMeetings: pages(JointMeeting, {
    ...{ about: '联席会议列表 — Meetings that the viewer may see, newest first.', label: '联席会议' },
    conditions: {
      alliance: ofAlliance,
      division: inDivision,
      state: equals(() => MeetingStateEnum, '状态 — Only in this state.', 'state'),
      kind: equals(() => MeetingKindEnum, '会议类别 — Only of this kind.', 'kind'),
      held,
      openedFrom: opened('召开不早于 — Opened at or after.', '>='),
      openedBefore: opened('召开早于 — Opened before.', '<'),
    },
    sort: { name: 'meetings:newest', descending: true, keys: [byId('id')] },
  }),
});
