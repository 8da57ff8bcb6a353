import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { UnitType } from '../units/index.ts';

@ObjectType('Alliance', {
  description: '红色联盟 — The alliance of units of one street or community, led by its party committee.',
})
export class AllianceType {
  @Field(() => ID, { description: '编号 — UUID.' })
  id!: string;

  @Field(() => String, { description: '名称 — As people read it.' })
  name!: string;

  @Field(() => String, { description: '牵头组织 — The party organisation that leads it.' })
  ledBy!: string;
}

@ObjectType('AllianceMember', { description: '成员单位 — A unit in an alliance, and since when.' })
export class AllianceMemberType {
  @Field(() => UnitType, { description: '单位 — The unit.' })
  unit!: UnitType;

  @Field(() => GraphQLISODateTime, { description: '加入时间 — When it was admitted.' })
  since!: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: '退出时间 — When the membership ended; null while it lasts.',
  })
  until!: Date | null;
}
