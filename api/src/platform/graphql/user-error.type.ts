import { Field, Int, ObjectType } from 'type-graphql';
import type { Refusal } from '../../kernel/refusal.ts';

@ObjectType('Standing', { description: '现状 — What stands now, told to whoever was refused because of it.' })
export class StandingType {
  @Field(() => String, { description: '状态 — Code of the present state.' })
  state!: string;

  @Field(() => String, { description: '状态名称 — The present state as people read it.' })
  stateLabel!: string;

  @Field(() => Int, { description: '版本 — Present version; send it as `expectedVersion` of the next try.' })
  version!: number;

  @Field(() => String, { nullable: true, description: '承办单位 — Name of the unit that holds the case, if one does.' })
  holder!: string | null;
}

@ObjectType('UserError', { description: '办理提示 — A foreseen "no". Nothing was changed.' })
export class UserErrorType {
  @Field(() => String, {
    description: '代码 — Stable code; switch on it, never on the sentence. All codes are in docs/refusals.md.',
  })
  code!: string;

  @Field(() => String, { description: '说明 — What is wrong and what to do, for people.' })
  message!: string;

  @Field(() => [String], { description: '位置 — Where in the input the fault lies; empty when it lies in no field.' })
  path!: readonly string[];

  @Field(() => StandingType, { nullable: true, description: '现状 — For conflicts: what stands now.' })
  standing!: StandingType | null;
}

export function userErrorOf({ code, message, path, standing }: Refusal): UserErrorType {
  return { code, message, path, standing: standing ? { ...standing, holder: standing.holder ?? null } : null };
}
