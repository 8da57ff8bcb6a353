import { actionsField, light, relationsField, stateLabel } from '../../../platform/process/case.fields.ts';
import { choice, date, id, instant, int, text } from '../../../platform/reads/fields/column.ts';
import { many } from '../../../platform/reads/fields/many.ts';
import { one } from '../../../platform/reads/fields/one.ts';
import { byKey } from '../../../platform/reads/rows.ts';
import { defineShape, type Shape } from '../../../platform/reads/shape.ts';
import { Booking, ResourceOffer } from '../../alliance/index.ts';
import { Division } from '../../divisions/index.ts';
import { photos } from '../../files/index.ts';
import { Light } from '../../orders/index.ts';
import { timeline } from '../../timeline/index.ts';
import { Unit } from '../../units/index.ts';
import { Need } from '../need/need.shape.ts';
import { areaLinks } from '../standing.ts';
import { ProjectState } from './project.enums.ts';
import { ProjectMilestone, ProjectVoice } from './project.parts.shape.ts';
import { photoVisible, projectRelations, projectSight, projectVisible } from './project.policy.ts';
import { projectProcess } from './project.process.ts';

const nullable = true;
const { story } = projectSight;
const of = (): Shape => Project;

export const Project: Shape = defineShape('Project', {
  about: '共建项目 — What the alliance does about needs, with what its units have.',
  table: 'project',
  key: 'id',
  visible: projectVisible,
  links: {
    ...areaLinks,
    /** The viewer said in this round what they think of it. */
    voiced: (
      row,
      parameters,
    ) => `EXISTS (SELECT FROM project_voice v WHERE v.project_id = ${row}.id AND v.round = ${row}.round
      AND v.person_id = ${parameters.term('PERSON', 'uuid')} AND NOT v.relayed)`,
  },
  fields: {
    id: id('编号 — Identity.'),
    state: choice(ProjectState, '状态 — Where in the process it stands.'),
    stateLabel: stateLabel(projectProcess, '状态名称 — The state as people read it.'),
    version: int('版本 — Counts changes; send it as `expectedVersion`.'),
    round: int('轮次 — 1, and one more whenever a relapse opens it again.'),
    title: text('项目名称 — What is done, in one line.'),
    goal: text('项目目标 — What will be better, and for whom.'),
    measures: text('具体措施 — What is done to that end.'),
    dueOn: date('完成期限 — The last day of the work.'),
    beneficiaries: int('预计受益人数 — How many people will have something of it.'),
    served: int('实际受益人数 — How many people had something of it.', { nullable }),
    result: text('实施成果 — What was done, and what is better for it.', { nullable }),
    serial: text('销号编号 — Serial number of closing off; a relapse keeps it.', { nullable }),
    pausedUntil: date('暂停至 — The day on which it goes on.', { nullable }),
    extendCount: int('延期次数 — How often it got a later last day.'),
    reworkCount: int('整改次数 — How often the appraisal sent it back.'),
    claimedAt: instant('认领时间 — When the unit took it.', { nullable }),
    deliveredAt: instant('申请评估时间 — When the unit reported it done.', { nullable }),
    appraisedAt: instant('评估时间 — When it was found good.', { nullable }),
    clearedAt: instant('销号时间 — When it was closed off.', { nullable }),
    createdAt: instant('提出时间 — When it was proposed.'),
    enteredAt: instant('进入状态时间 — Since when it is in this state.'),
    dueAt: instant('应办时间 — When the leading duty runs out; null while nobody owes anything.', { nullable }),
    yellowAt: instant('转黄时间 — When the leading duty turns yellow.', { nullable }),
    light: light(Light, '灯色 — How the leading duty stands; null while nobody owes anything.'),
    street: one(() => Division, '镇街 — In which it is done.', { by: 'streetCode' }),
    community: one(() => Division, '社区 — In which it is done; null where it is the whole street’s.', {
      ...{ by: 'communityCode', nullable },
    }),
    unit: one(() => Unit, '认领单位 — The unit that claimed it.', { by: 'unitId', nullable }),
    proposer: one(() => Unit, '提出单位 — The unit that proposed it; null where an office did.', {
      ...{ by: 'proposerUnitId', nullable },
    }),
    needs: many(() => Need, '对应需求 — Needs that it answers, as far as the viewer may see them.', {
      ...{ of, limit: 20 },
      on: (me, it) => `${it}.id IN (SELECT need_id FROM project_need WHERE project_id = ${me}.id)`,
      order: (it) => `${it}.id`,
    }),
    offers: many(() => ResourceOffer, '使用资源 — What units offer that it uses, as far as the viewer may see it.', {
      ...{ of, limit: 20 },
      on: (me, it) => `${it}.id IN (SELECT offer_id FROM project_offer WHERE project_id = ${me}.id)`,
      order: (it) => `${it}.id`,
    }),
    bookings: many(() => Booking, '资源预约 — What was booked for it, as far as the viewer may see it.', {
      ...{ of, when: story, limit: 50 },
      on: (me, it) => `${it}.project_id = ${me}.id`,
      order: (it) => `${it}.starts_at, ${it}.id`,
    }),
    milestones: many(() => ProjectMilestone, '里程碑 — The steps of its plan.', {
      of,
      on: (me, it) => `${it}.project_id = ${me}.id`,
      order: (it) => `${it}.due_on, ${it}.id`,
    }),
    voices: many(() => ProjectVoice, '群众评议 — What was said of it, the last first.', {
      ...{ of, when: story, limit: 100 },
      on: (me, it) => `${it}.project_id = ${me}.id`,
      order: (it) => `${it}.at DESC, ${it}.person_id`,
    }),
    photos: photos('照片 — Those that the viewer may look at.', { of, visible: photoVisible, lends: { story } }),
    viewerActions: actionsField(projectProcess, projectRelations, '可办事项 — What this viewer may do now.'),
    viewerRelations: relationsField(
      projectRelations,
      '与本人关系 — In which relations of the process the viewer stands to it.',
    ),
    events: timeline('办理过程 — The last events, newest first.', { of, story, notes: story }),
  },
});

export const projectById = byKey(Project);
