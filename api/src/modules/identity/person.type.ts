import { Field, ID, ObjectType } from 'type-graphql';
import type { PersonKind } from './identity.choices.ts';
import { PersonKindEnum } from './identity.enums.ts';

/** A person as `personById` shows them to the viewer of the operation. */
export interface PersonView {
  readonly id: string;
  readonly kind: PersonKind;
  readonly displayName: string;
}

@ObjectType('Person', { description: '人员 — Somebody in the house, as the viewer may know them.' })
export class PersonType implements PersonView {
  @Field(() => ID, { description: '编号 — Identity of the person.' })
  id!: string;

  @Field(() => PersonKindEnum, { description: '类别 — Resident or official.' })
  kind!: PersonKind;

  @Field(() => String, { description: '姓名 — Officials by name; residents masked (王**), except to themselves.' })
  displayName!: string;
}

@ObjectType('OwnContact', { description: '本人联系方式 — Shown to nobody but the person.' })
export class OwnContactType {
  @Field(() => String, { description: '姓名 — In full.' })
  name!: string;

  @Field(() => String, { nullable: true, description: '手机号码 — Digits only.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: '住址 — Building, entrance, door.' })
  address!: string | null;
}
