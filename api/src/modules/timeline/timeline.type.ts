import {
  Ctx,
  Field as GraphField,
  FieldResolver,
  GraphQLISODateTime,
  ID,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import type { ClockReading } from '../../kernel/event.ts';
import { ROLES, type Role } from '../../kernel/viewer.ts';
import type { Context } from '../../platform/graphql/context.ts';
import { actionLabel } from '../../platform/process/viewer-actions.ts';
import { personById } from '../identity/index.ts';
import { UnitType, unitById } from '../units/index.ts';

/** An event as it is read for a timeline, and what of it the viewer may see. */
export interface CaseEventRow {
  readonly id: string;
  readonly noun: string;
  readonly subjectId: string;
  readonly action: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly at: Date;
  readonly personId: string | null;
  readonly role: string | null;
  readonly unitId: string | null;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly clocks: readonly ClockReading[];
  /** Set by the module that shows the case. */
  readonly showsWords?: boolean;
  readonly showsPeople?: boolean;
}

@ObjectType('CaseEventClock', { description: '时限记录 — How a duty stood when the event ended it.' })
export class CaseEventClockType {
  @GraphField(() => String, { description: '职责代码 — Action that the clock was for.' })
  action!: string;

  @GraphField(() => String, { description: '开始时间 — When the duty began, ISO 8601.' })
  startedAt!: string;

  @GraphField(() => String, { description: '应办时间 — When it ran out, ISO 8601.' })
  dueAt!: string;

  @GraphField(() => String, { description: '灯色 — GREEN, YELLOW or RED at the end of the duty.' })
  light!: string;
}

@ObjectType('CaseEvent', { description: '办理记录 — One thing that happened to a case. Never edited.' })
export class CaseEventType {
  @GraphField(() => ID, { description: '编号 — Identity of the event.' })
  id!: string;

  @GraphField(() => String, { description: '动作代码 — Action of the process table, or `deadlineMissed`.' })
  action!: string;

  @GraphField(() => String, { nullable: true, description: '原状态 — State before.' })
  from!: string | null;

  @GraphField(() => String, { nullable: true, description: '新状态 — State after.' })
  to!: string | null;

  @GraphField(() => GraphQLISODateTime, { description: '时间 — When it happened.' })
  at!: Date;

  @GraphField(() => [CaseEventClockType], { description: '时限记录 — Duties that ended with it.' })
  clocks!: readonly ClockReading[];
}

@Resolver(() => CaseEventType)
export class CaseEventResolver {
  @FieldResolver(() => String, { description: '动作名称 — What was done, for people.' })
  label(@Root() event: CaseEventRow): string {
    return actionLabel(event.noun, event.action);
  }

  @FieldResolver(() => String, { nullable: true, description: '身份 — In which role it was done.' })
  role(@Root() event: CaseEventRow): string | null {
    if (event.role === 'CLOCK') return '系统';
    return event.role ? (ROLES[event.role as Role]?.label ?? event.role) : null;
  }

  @FieldResolver(() => UnitType, { nullable: true, description: '单位 — For which unit it was done.' })
  unit(@Root() event: CaseEventRow, @Ctx() context: Context): Promise<unknown> | null {
    return event.unitId ? context.load(unitById, event.unitId) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '办理人 — Who did it; residents masked; null to whom the case does not show its people.',
  })
  async person(@Root() event: CaseEventRow, @Ctx() context: Context): Promise<string | null> {
    if (!event.personId || !event.showsPeople) return null;
    return (await context.load(personById, event.personId))?.displayName ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: '理由 — Why, in the words of whoever did it.' })
  reason(@Root() event: CaseEventRow): string | null {
    return event.showsWords ? event.reason : null;
  }

  @FieldResolver(() => String, { nullable: true, description: '内容 — What was reported, asked, answered or decided.' })
  text(@Root() event: CaseEventRow): string | null {
    return event.showsWords && typeof event.data['text'] === 'string' ? event.data['text'] : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '详情 — Everything that was recorded, as JSON; officials only.',
  })
  details(@Root() event: CaseEventRow, @Ctx() { viewer }: Context): string | null {
    const official =
      viewer.post !== null && !['RESIDENT', 'UNIT_LIAISON', 'UNIT_LEAD', 'VOLUNTEER'].includes(viewer.post.role);
    return official && event.showsWords ? JSON.stringify(event.data) : null;
  }
}
