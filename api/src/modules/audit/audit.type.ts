import { Field as GraphField, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { defineChoice } from '../../kernel/choice.ts';
import { enumOf } from '../../platform/graphql/enum.ts';

export const auditKind = defineChoice('AuditKind', '审计类别 — What kind of act it was.', {
  DONE: ['已办理', 'Something was changed.'],
  READ: ['查看隐私', 'Contact details were read in full.'],
  REFUSED: ['被拒绝', 'Something was asked and refused; nothing was changed.'],
  LOGIN_FAILED: ['登录失败', 'Somebody tried to sign in and could not.'],
});
export const AuditKind = enumOf(auditKind);

@ObjectType('AuditEntry', { description: '审计记录 — One act. Never edited, never deleted.' })
export class AuditEntryType {
  @GraphField(() => ID, { description: '编号 — Identity of the record.' })
  id!: string;

  @GraphField(() => GraphQLISODateTime, { description: '时间 — When.' })
  at!: Date;

  @GraphField(() => AuditKind, { description: '类别 — What kind of act.' })
  kind!: string;

  @GraphField(() => String, { description: '事项 — Noun and action, or the mutation that was refused.' })
  what!: string;

  @GraphField(() => String, { nullable: true, description: '拒绝代码 — Why it was refused.' })
  code!: string | null;

  @GraphField(() => String, { nullable: true, description: '对象 — What it was about, by identity.' })
  subject!: string | null;

  @GraphField(() => String, { nullable: true, description: '理由 — As given.' })
  reason!: string | null;

  @GraphField(() => String, { nullable: true, description: '请求编号 — To find it in the logs.' })
  requestId!: string | null;

  personId!: string | null;
  role!: string | null;
  detail!: unknown;
}
