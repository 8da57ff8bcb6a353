import { Field, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import type { Conflict } from './saving.ts';
import type { Difference, Section } from './sections.ts';

@ObjectType('MinutesDifference', { description: '差异 — What two people made of one part.' })
export class MinutesDifferenceType implements Difference {
  @Field(() => String, { description: '章节代码 — Key of the part.' })
  key!: string;

  @Field(() => String, { nullable: true, description: '章节标题 — Its heading; null for opening and closing.' })
  heading!: string | null;

  @Field(() => String, { description: '原文 — What both began with.' })
  before!: string;

  @Field(() => String, { description: '最新稿 — What stands in the head.' })
  theirs!: string;

  @Field(() => String, { description: '您的稿子 — What you saved.' })
  mine!: string;

  @Field(() => Boolean, { description: '双方都改 — Both changed it, and not to the same: somebody must decide.' })
  torn!: boolean;
}

@ObjectType('MinutesProposedSection', { description: '合并建议 — A part in which nothing of either is lost.' })
export class MinutesProposedSectionType implements Section {
  @Field(() => String, { description: '章节代码 — Key of the part.' })
  key!: string;

  @Field(() => String, { nullable: true, description: '章节标题 — Its heading; null for opening and closing.' })
  heading!: string | null;

  @Field(() => String, { description: '正文 — The text that is proposed.' })
  text!: string;
}

@ObjectType('MinutesConflict', {
  description: '同时修改 — Somebody else saved first. What you saved is kept and waits to be merged.',
})
export class MinutesConflictType implements Conflict {
  @Field(() => Int, { description: '您的稿次 — The version under which your text is kept; send it as `merges`.' })
  n!: number;

  @Field(() => Int, { description: '最新稿次 — The head; send it as `basedOn`.' })
  head!: number;

  @Field(() => String, { nullable: true, description: '修改人 — Who saved the head.' })
  by!: string | null;

  @Field(() => GraphQLISODateTime, { description: '修改时间 — When they did.' })
  at!: Date;

  @Field(() => [MinutesDifferenceType], { description: '差异 — The parts that either changed.' })
  sections!: readonly Difference[];

  @Field(() => [MinutesProposedSectionType], { description: '合并建议 — A text of which to start.' })
  proposal!: readonly Section[];
}
