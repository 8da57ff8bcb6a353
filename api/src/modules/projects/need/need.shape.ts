import { actionsField, light, relationsField, stateLabel } from '../../../platform/process/case.fields.ts';
import { choice, id, instant, int, text } from '../../../platform/reads/fields/column.ts';
import { many } from '../../../platform/reads/fields/many.ts';
import { one } from '../../../platform/reads/fields/one.ts';
import { byKey } from '../../../platform/reads/rows.ts';
import { defineShape, type Shape } from '../../../platform/reads/shape.ts';
import { ResourceKindEnum } from '../../alliance/index.ts';
import { Division } from '../../divisions/index.ts';
import { Light } from '../../orders/index.ts';
import { timeline } from '../../timeline/index.ts';
import { ServiceCategory, Unit } from '../../units/index.ts';
import { areaLinks } from '../standing.ts';
import { NeedCandidate, NeedMatch } from './match.shape.ts';
import * as enums from './need.enums.ts';
import { needRelations, needSight, needVisible } from './need.policy.ts';
import { needProcess } from './need.process.ts';

const nullable = true;
const { story, candidates } = needSight;
const of = (): Shape => Need;

export const Need: Shape = defineShape('Need', {
  about: '需求 — What residents, the community or a unit lack.',
  table: 'need',
  key: 'id',
  visible: needVisible,
  links: areaLinks,
  fields: {
    id: id('编号 — Identity.'),
    state: choice(enums.NeedState, '状态 — Where in the process it stands.'),
    stateLabel: stateLabel(needProcess, '状态名称 — The state as people read it.'),
    version: int('版本 — Counts changes; send it as `expectedVersion`.'),
    ownerKind: choice(enums.NeedOwnerEnum, '需求主体 — Whose need it is.'),
    source: choice(enums.NeedSourceEnum, '需求来源 — How it became known.', { when: story }),
    kind: choice(ResourceKindEnum, '需求类型 — What is wanted.'),
    title: text('标题 — In one line.'),
    about: text('需求说明 — What is wanted, for whom, to what end.'),
    amount: int('数量 — How many or how much.'),
    measure: text('计量单位 — Of what.'),
    urgency: choice(enums.NeedUrgencyEnum, '紧迫程度 — How soon it is wanted.'),
    wantedFrom: instant('需求开始时间 — From when it is wanted; null where no time is named.', { nullable }),
    wantedUntil: instant('需求结束时间 — Until when it is wanted.', { nullable }),
    privacy: choice(enums.NeedPrivacyEnum, '公开范围 — Who may read it once it is published.'),
    result: text('满足情况 — What was given, and how it went.', { nullable }),
    sentBackAt: instant('退回时间 — When the street sent it back, until it is mended.', { nullable, when: story }),
    createdAt: instant('登记时间 — When it was taken down.'),
    publishedAt: instant('发布时间 — When the street put it on the list.', { nullable }),
    fulfilledAt: instant('满足时间 — When those who wanted it had it.', { nullable }),
    enteredAt: instant('进入状态时间 — Since when it is in this state.'),
    dueAt: instant('应办时间 — When the leading duty runs out; null while nobody owes anything.', { nullable }),
    yellowAt: instant('转黄时间 — When the leading duty turns yellow.', { nullable }),
    light: light(Light, '灯色 — How the leading duty stands; null while nobody owes anything.'),
    category: one(() => ServiceCategory, '服务类别 — To which it belongs.', { by: 'categoryCode' }),
    street: one(() => Division, '镇街 — In which it arose.', { by: 'streetCode' }),
    community: one(() => Division, '社区 — In which it arose; null where it is the whole street’s.', {
      ...{ by: 'communityCode', nullable },
    }),
    unit: one(() => Unit, '需求单位 — Whose need it is, where it is a unit’s.', { by: 'unitId', nullable }),
    giver: one(() => Unit, '对接单位 — Who gives what is wanted.', { by: 'giverUnitId', nullable }),
    viewerActions: actionsField(needProcess, needRelations, '可办事项 — What this viewer may do now.'),
    viewerRelations: relationsField(
      needRelations,
      '与本人关系 — In which relations of the process the viewer stands to it.',
    ),
    events: timeline('办理过程 — The last events, newest first.', { of, story, notes: story }),
    matches: many(
      () => NeedCandidate,
      '推荐资源 — Offers that could answer it, best first, and why; for those who may accept one, empty to others.',
      {
        ...{ of, when: candidates, first: { usual: 10, most: 50 } },
        on: (me, it) => `${it}.need_id = ${me}.id`,
        order: (it) => `${it}.score DESC, ${it}.offer_id`,
      },
    ),
    accepted: many(() => NeedMatch, '对接记录 — What was accepted for it, the last first.', {
      ...{ of, when: story, limit: 20 },
      on: (me, it) => `${it}.need_id = ${me}.id`,
      order: (it) => `${it}.at DESC, ${it}.id DESC`,
    }),
  },
});

export const needById = byKey(Need);
