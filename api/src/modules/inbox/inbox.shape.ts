import { is } from '../../kernel/predicate.ts';
import { NOTICE_KINDS } from '../../kernel/notice.ts';
import { actionLabelField, dutyLabelField } from '../../platform/process/case.fields.ts';
import { nounLabels } from '../../platform/process/viewer-actions.ts';
import { choice, id, instant, text } from '../../platform/reads/fields/column.ts';
import { told } from '../../platform/reads/fields/worked-out.ts';
import { defineShape } from '../../platform/reads/shape.ts';
import { InboxKind } from './inbox.choices.ts';

const kindLabels = () => Object.fromEntries(NOTICE_KINDS.keys.map((kind) => [kind, NOTICE_KINDS.label(kind)]));

export const InboxItem = defineShape('InboxItem', {
  about: '消息 — What somebody is told: an act that concerns them, as it was when it happened.',
  table: 'inbox_item',
  // Of the person, whatever post they act in.
  visible: is('personId', 'PERSON'),
  also: ['seq'],
  fields: {
    id: id('编号 — Identity of the item in this inbox.', { property: 'eventId' }),
    kind: choice(InboxKind, '类别 — What it is about.'),
    kindLabel: told('kind', kindLabels, { about: '类别名称 — The kind as people read it.' }),
    noun: text('事项类型代码 — What kind of case: order, agreement, …'),
    nounLabel: told('noun', nounLabels, { about: '事项类型 — The kind of case as people read it.' }),
    subjectId: id('事项编号 — The case; whether it may be opened is decided there.'),
    action: text('动作代码 — What was done.'),
    label: actionLabelField('动作名称 — What was done, for people.'),
    dutyLabel: dutyLabelField('所涉职责 — The duty of which a deadline speaks; null otherwise.'),
    headline: text('标题 — What the case was called when it happened.'),
    at: instant('时间 — When it happened.'),
    readAt: instant('已读时间 — When it was read; null while it is not.', { nullable: true }),
  },
});
