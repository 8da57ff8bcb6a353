import type { Predicate } from '../../../kernel/predicate.ts';
import { link } from '../../../kernel/predicate.ts';
import { unitOf } from '../../../kernel/viewer.ts';
import { Light } from '../../../platform/process/light.enum.ts';
import { actionsField, light, relationsField, stateLabel } from '../../../platform/process/case.fields.ts';
import { choice, date, id, instant, int, text } from '../../../platform/reads/fields/column.ts';
import { one } from '../../../platform/reads/fields/one.ts';
import { paged } from '../../../platform/reads/fields/paged.ts';
import { partsOf } from '../../../platform/reads/fields/parts.ts';
import type { LinkSql } from '../../../platform/reads/predicate-sql.ts';
import { byKey } from '../../../platform/reads/rows.ts';
import { defineShape, extendShape, type Shape } from '../../../platform/reads/shape.ts';
import { byId } from '../../../platform/reads/sort.ts';
import { Division } from '../../divisions/index.ts';
import { photos } from '../../files/index.ts';
import { timeline } from '../../timeline/index.ts';
import { Unit } from '../../units/index.ts';
import { Alliance, AllianceMember } from '../alliance.shape.ts';
import * as enums from './agreement.enums.ts';
import { CLAUSES, partsOfAgreement, personName } from './agreement.parts.shape.ts';
import { agreementRelations, agreementSight, agreementVisible, scanVisible } from './agreement.policy.ts';
import { agreementProcess } from './agreement.process.ts';

const nullable = true;
const { text: insiders } = agreementSight;
const of = (): Shape => Agreement;
const inside = { nullable, when: insiders } as const;

/** The viewer's side has stated already what it did. */
export const stated: Predicate = link('stated');
const statedSql: LinkSql = (it, _parameters, viewer) =>
  `EXISTS (SELECT 1 FROM agreement_statement s WHERE s.agreement_id = ${it}.id AND s.round = ${it}.review_count + 1
    AND s.side = '${unitOf(viewer) === null ? 'ALLIANCE' : 'UNIT'}')`;

export const Agreement: Shape = defineShape('Agreement', {
  about: '共驻共建协议 — What a unit and an alliance have agreed on; while it runs the unit is a member.',
  table: 'agreement',
  key: 'id',
  visible: agreementVisible,
  links: { stated: statedSql },
  fields: {
    id: id('编号 — Identity.'),
    state: choice(enums.AgreementState, '状态 — Where in the process it stands.'),
    stateLabel: stateLabel(agreementProcess, '状态名称 — The state as people read it.'),
    version: int('版本 — Counts changes; send it as `expectedVersion`.'),
    title: text('协议名称 — How it is called in lists.'),
    alliance: one(() => Alliance, '红色联盟 — The alliance that the unit joins.', { by: 'allianceId' }),
    unit: one(() => Unit, '单位 — The unit that joins.', { by: 'unitId' }),
    street: one(() => Division, '镇街 — The street or town that oversees it.', { by: 'streetCode' }),
    community: one(() => Division, '社区 — Null for the alliance of a street.', { by: 'communityCode', nullable }),
    startsOn: date('开始日期 — Its first day.'),
    endsOn: date('终止日期 — Its last day; it runs until midnight.'),
    activeAt: instant('生效时间 — Since when the unit is a member by it.', { nullable }),
    endedAt: instant('结束时间 — When it ended.', { nullable }),
    enteredAt: instant('进入状态时间 — Since when it is in this state.'),
    createdAt: instant('起草时间 — When it was drafted.'),

    template: text('示范文本 — The template from which it was written.', inside),
    clauses: partsOf('协议条款 — The text as it stands: on the table, or in force. For the sides and those who oversee them.', CLAUSES, { when: insiders }),
    versionNo: int('最新文本版本 — The last version put forward; 0 before the unit has seen one.', { when: insiders }),
    inForceNo: int('生效文本版本 — The version signed by both.', inside),
    turnSide: choice(enums.AgreementSide, '待答复方 — Whose answer is awaited at the table.', inside),
    signedSide: choice(enums.AgreementSide, '已签署方 — Who has signed while the other side has not.', inside),
    amendmentNo: int('待答复的变更文本 — The version that one side wants instead.', inside),
    amendmentSide: choice(enums.AgreementSide, '提出变更方 — Which side wants it.', inside),
    renewalEndsOn: date('待答复的续签终止日期 — The later end that one side wants.', inside),
    renewalSide: choice(enums.AgreementSide, '提出续签方 — Which side wants it.', inside),
    noticeSide: choice(enums.AgreementSide, '提出终止方 — Which side gave notice.', inside),
    noticeEndsAt: instant('终止通知期届满 — When the notice runs out.', inside),
    reviewCount: int('已评议次数 — How often it was reviewed.', { when: insiders }),
    reviewedAt: instant('最近评议时间 — When it was reviewed last.', inside),
    warnedAt: instant('履约警示时间 — Since when a warning stands; null without one.', inside),
    allianceLiaison: personName('联盟联络人 — Whom the unit turns to.', 'allianceLiaisonId', insiders),
    unitLiaison: personName('单位联络人 — Whom the alliance turns to.', 'unitLiaisonId', insiders),
    drafter: personName('起草人 — Who drafted it.', 'drafterId', insiders),
    dueAt: instant('应办时间 — When the leading duty runs out.', inside),
    yellowAt: instant('转黄时间 — When the leading duty turns yellow.', inside),
    light: light(Light, '灯色 — How the leading duty stands; null while nobody owes anything.'),
    viewerActions: actionsField(agreementProcess, agreementRelations, '可办事项 — What this viewer may do now.'),
    viewerRelations: relationsField(
      agreementRelations,
      '与本人关系 — In which relations of the process the viewer stands to it.',
    ),
    events: timeline('办理过程 — The last events, newest first; for the sides and those who oversee them.', {
      ...{ of, story: insiders, notes: insiders, when: insiders },
    }),
    scans: photos('签署页扫描件 — Scanned pages.', { of, visible: scanVisible, lends: { text: insiders } }),
    ...partsOfAgreement({ of, when: insiders }),
  },
}); // prettier-ignore

export const agreementById = byKey(Agreement);

const NEWEST = { name: 'agreements:NEWEST', descending: true, keys: [byId('id')] } as const;
/** The agreements of a party, the newest first. */
const agreementsOf = (column: 'alliance_id' | 'unit_id', parent: () => Shape) =>
  paged(() => Agreement, '共驻共建协议 — Agreements that the viewer may see, the newest first.', {
    ...{ of: parent, label: '共驻共建协议', sort: NEWEST },
    on: (me, it) => `${it}.${column} = ${me}.id`,
    argument: { name: 'states', type: () => [enums.AgreementState], about: '状态 — Any of these; all when left out.' },
    where: (it, states, parameters) =>
      states.absent ? 'true' : `${it}.state = ANY (${states.sql(parameters, 'text[]')})`,
  });

extendShape(Alliance, { agreements: agreementsOf('alliance_id', () => Alliance) });
extendShape(Unit, { agreements: agreementsOf('unit_id', () => Unit) });
extendShape(AllianceMember, {
  agreement: one(() => Agreement, '所依据的协议 — The agreement that makes it a member.', {
    by: 'agreementId',
    nullable,
  }),
});
