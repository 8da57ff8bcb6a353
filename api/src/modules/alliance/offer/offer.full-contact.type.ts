import { Field, ObjectType } from 'type-graphql';

@ObjectType('ResourceOfferFullContact', {
  description: '完整联系方式 — Told once to whoever asked; the reading is recorded.',
})
export class OfferFullContactType {
  @Field(() => String, { description: '姓名 — Full name.' })
  name!: string;

  @Field(() => String, { description: '电话 — Full number.' })
  phone!: string;
}
