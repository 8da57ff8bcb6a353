import { Arg, Ctx, Field as GraphField, FieldResolver, GraphQLISODateTime, ID, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql'; // prettier-ignore
import type { Notice } from '../../platform/feed/topic.ts';
import type { Context } from '../../platform/graphql/context.ts';
import { actionLabel, nounLabels } from '../../platform/process/viewer-actions.ts';
import { InboxNoticeKind } from './inbox.choices.ts';
import { unreadIn } from './inbox.unread.ts';

@ObjectType('InboxNotice', {
  description: '消息推送 — What has just come into the inbox; it can be read there already.',
})
class InboxNotice {
  @GraphField(() => InboxNoticeKind, { description: '类别 — What it is about.' })
  kind!: string;

  @GraphField(() => String, {
    description: '游标 — Give it as `after` when subscribing again: nothing is missed, nothing comes twice.',
  })
  cursor!: string;

  @GraphField(() => ID, { nullable: true, description: '编号 — Identity of the item in this inbox; null with RESYNC.' })
  id!: string | null;

  @GraphField(() => String, { nullable: true, description: '事项类型代码 — What kind of case.' })
  noun!: string | null;

  @GraphField(() => String, { nullable: true, description: '事项类型 — The kind of case as people read it.' })
  nounLabel!: string | null;

  @GraphField(() => ID, { nullable: true, description: '事项编号 — The case.' })
  subjectId!: string | null;

  @GraphField(() => String, { nullable: true, description: '动作代码 — What was done.' })
  action!: string | null;

  @GraphField(() => String, { nullable: true, description: '动作名称 — What was done, for people.' })
  label!: string | null;

  @GraphField(() => String, { nullable: true, description: '所涉职责 — The duty of which a deadline speaks.' })
  dutyLabel!: string | null;

  @GraphField(() => String, { nullable: true, description: '标题 — What the case was called when it happened.' })
  headline!: string | null;

  @GraphField(() => GraphQLISODateTime, { nullable: true, description: '时间 — When it happened.' })
  at!: Date | null;
}

const ofNoEvent = {
  ...{ id: null, noun: null, nounLabel: null, subjectId: null, action: null },
  ...{ label: null, dutyLabel: null, headline: null, at: null },
};

function inboxNotice({ kind, cursor, event }: Notice): InboxNotice {
  if (!event) return { kind, cursor, ...ofNoEvent };
  const { id, noun, subjectId, action, at, data } = event;
  const { duty, headline } = data;
  const nounLabel = nounLabels()[noun] ?? noun;
  return {
    ...{ kind, cursor, id, noun, nounLabel, subjectId, action, at, label: actionLabel(noun, action) },
    dutyLabel: typeof duty === 'string' ? actionLabel(noun, duty) : null,
    headline: typeof headline === 'string' && headline !== '' ? headline : nounLabel,
  };
}

@Resolver(() => InboxNotice)
export class InboxNoticeFields {
  @FieldResolver(() => Int, { description: '未读数 — How much is unread now.' })
  unread(@Ctx() { house, viewer }: Context): Promise<number> {
    return unreadIn(house, viewer.personId!);
  }
}

/** Subscribing is the feed's business (platform/feed): it calls this field once an event and person. */
const subscribe = () => {
  throw new Error('Subscriptions are served by the feed');
};

@Resolver()
export class InboxSubscriptions {
  @Subscription(() => InboxNotice, {
    subscribe,
    description: '收件箱 — Whatever comes into the viewer’s inbox, in whatever post they act.',
  })
  inboxNotices(
    @Root() root: Record<string, Notice>,
    @Arg('after', () => String, {
      nullable: true,
      description: '起始游标 — Of the last notice received; leave it out to hear only what is new.',
    })
    _after?: string,
  ): InboxNotice {
    return inboxNotice(root['inboxNotices']!);
  }
}
