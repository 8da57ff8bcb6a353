import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field as GraphField, FieldResolver, GraphQLISODateTime, ID, Info, InputType, Query, Resolver, Root } from 'type-graphql'; // prettier-ignore
import { isId } from '../../kernel/field.ts';
import { ROLES, type Role } from '../../kernel/viewer.ts';
import { connectionOf, Page, readPage, type Connection } from '../../platform/graphql/connection.ts';
import type { Context } from '../../platform/graphql/context.ts';
import { personById } from '../identity/index.ts';
import { actCalled, AuditActType, auditActs, namesOfAct } from './audit.acts.ts';
import { AuditEntryType, AuditKind } from './audit.type.ts';

const AuditEntryConnection = connectionOf(() => AuditEntryType, 'AuditEntry', '审计记录');

@InputType('AuditFilter', { description: '筛选条件 — All that are given must hold.' })
class AuditFilter {
  @GraphField(() => AuditKind, { nullable: true, description: '类别 — Only this kind.' })
  kind?: string | null;

  @GraphField(() => ID, { nullable: true, description: '人员 — Acts of this person.' })
  personId?: string | null;

  @GraphField(() => ID, { nullable: true, description: '对象 — Acts about this.' })
  subject?: string | null;

  @GraphField(() => String, {
    nullable: true,
    description: '事项 — Noun and action, e.g. order.claim, its refusals among them; or a mutation.',
  })
  what?: string | null;

  @GraphField(() => GraphQLISODateTime, { nullable: true, description: '不早于 — At or after.' })
  from?: Date | null;

  @GraphField(() => GraphQLISODateTime, { nullable: true, description: '早于 — Before.' })
  before?: Date | null;
}

const WHERE = `
  WHERE ($1::text IS NULL OR kind = $1) AND ($2::uuid IS NULL OR person_id = $2) AND ($3::text IS NULL OR subject = $3)
    AND ($4::text[] IS NULL OR what = ANY ($4)) AND ($5::timestamptz IS NULL OR at >= $5) AND ($6::timestamptz IS NULL OR at < $6)`;
const READ = `
  SELECT id, at, kind, what, code, person_id AS "personId", role, subject, reason, detail, request_id AS "requestId" FROM audit_entry
  ${WHERE} AND ($7::timestamptz IS NULL OR (at, id) < ($7, $8::uuid)) ORDER BY at DESC, id DESC LIMIT $9`;
const COUNT = `SELECT count(*) AS count FROM audit_entry ${WHERE}`;
const NO_ONE = '00000000-0000-7000-8000-000000000000';

@Resolver()
export class AuditQueries {
  @Query(() => AuditEntryConnection, {
    description: '审计记录 — For the auditor: what was done, refused and read, newest first.',
  })
  auditEntries(
    @Args(() => Page) page: Page,
    @Arg('filter', () => AuditFilter, { nullable: true, description: '筛选条件 — Which ones.' })
    filter: AuditFilter | null,
    @Ctx() { house }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<AuditEntryType>> {
    const values = valuesOf(filter ?? {});
    const request = {
      page,
      order: 'audit:newest',
      position: ({ at, id }: AuditEntryType) => [at.toISOString(), id],
      rows: (position: readonly unknown[] | null, limit: number) =>
        house.database.query<AuditEntryType>('audit-entries', READ, [
          ...values,
          position?.[0] ?? null,
          position?.[1] ?? null,
          limit,
        ]),
      count: async () => (await house.database.query<{ count: number }>('audit-count', COUNT, values))[0]!.count,
    };
    return readPage<AuditEntryType>(request, info);
  }

  @Query(() => [AuditActType], { description: '审计事项 — For the auditor: everything that can be done, by name.' })
  auditActs(@Ctx() { house }: Context): AuditActType[] {
    return auditActs(house.verbs);
  }
}

function valuesOf({ kind, personId, subject, what, from, before }: AuditFilter): unknown[] {
  const person = personId ? (isId(personId) ? personId : NO_ONE) : null;
  return [kind ?? null, person, subject ?? null, what ? namesOfAct(what) : null, from ?? null, before ?? null];
}

/** What people wrote about their lives is no business of the auditor: acts are. */
const WORDS = ['text', 'snapshot', 'question', 'title', 'content', 'estate', 'result'];

function withoutWords(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !WORDS.includes(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutWords(inner)]));
}

@Resolver(() => AuditEntryType)
export class AuditEntryFields {
  @FieldResolver(() => String, {
    nullable: true,
    description: '人员 — Who; residents masked; null when nobody was signed in.',
  })
  async person(@Root() entry: AuditEntryType, @Ctx() context: Context): Promise<string | null> {
    if (!entry.personId) return null;
    return (await context.load(personById, entry.personId))?.displayName ?? null;
  }

  @FieldResolver(() => String, { description: '事项名称 — What was done or refused, in words.' })
  label(@Root() { what }: AuditEntryType, @Ctx() { house }: Context): string {
    return actCalled(what, house.verbs);
  }

  @FieldResolver(() => String, { nullable: true, description: '身份 — In which role.' })
  role(@Root() { role }: AuditEntryType): string | null {
    return role === 'CLOCK' ? '系统' : role ? (ROLES[role as Role]?.label ?? role) : null;
  }

  @FieldResolver(() => String, { description: '详情 — What was recorded, as JSON, without what people wrote.' })
  detail(@Root() { detail }: AuditEntryType): string {
    return JSON.stringify(withoutWords(detail));
  }
}
