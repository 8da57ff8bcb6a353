import { Int } from 'type-graphql';
import { NOTICE_KINDS } from '../../kernel/notice.ts';
import { equals, type Condition } from '../../platform/reads/condition.ts';
import { Place } from '../../platform/reads/place.ts';
import { quoted } from '../../platform/reads/predicate-sql.ts';
import { defineQueries } from '../../platform/reads/queries.ts';
import { figures } from '../../platform/reads/roots/figures.ts';
import { pages } from '../../platform/reads/roots/pages.ts';
import { byId, type SortKey } from '../../platform/reads/sort.ts';
import { InboxKind } from './inbox.choices.ts';
import { InboxItem } from './inbox.shape.ts';

/** Places in the feed, written as text in cursors: they may outgrow what JSON holds exactly. */
const byPlace: SortKey = { ...byId('seq', 'bigint'), of: (view) => String(view['seq']) };

const unread: Condition = {
  ...{ type: () => Boolean, about: '只看未读 — Only what was not read yet.' },
  sql: (it, given) => (given.known<boolean>() ? `${it.column('readAt')} IS NULL` : 'true'),
};

export const inboxQueries = defineQueries('InboxQueries', {
  inbox: pages(InboxItem, {
    about: '收件箱 — What concerns the viewer, in whatever post they act, newest first.',
    label: '消息',
    conditions: {
      unreadOnly: unread,
      kind: equals(() => InboxKind, '类别 — Only of this kind.', 'kind'),
      noun: equals(() => String, '事项类型代码 — Only about this kind of case, e.g. order.', 'noun'),
    },
    sort: { name: 'inbox:newest', descending: true, keys: [byPlace] },
  }),

  inboxUnread: figures({
    about: '未读数 — What the viewer has not read yet, by kind; kinds of which nothing is unread are left out.',
    row: {
      ...{ name: 'InboxUnread', about: '未读数 — How many items of a kind are unread.' },
      columns: {
        kind: { type: () => InboxKind, about: '类别 — The kind.' },
        label: { type: () => String, about: '类别名称 — The kind as people read it.' },
        count: { type: () => Int, about: '数量 — How many.' },
      },
    },
    select(statement) {
      const it = new Place(statement, InboxItem);
      const words = NOTICE_KINDS.keys.map((kind) => `(${quoted(kind)}, ${quoted(NOTICE_KINDS.label(kind))})`);
      const [kind, readAt] = [it.column('kind'), it.column('readAt')];
      return `SELECT word.kind, word.label, unread.count FROM (VALUES ${words.join(', ')}) AS word (kind, label)
        JOIN (SELECT ${kind} AS kind, count(*) AS count FROM ${it.from({ where: [`${readAt} IS NULL`] })} GROUP BY ${kind}) unread USING (kind)
        ORDER BY word.kind`;
    },
  }),
});
