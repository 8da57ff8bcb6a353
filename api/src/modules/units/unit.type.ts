import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf } from '../../platform/graphql/enum.ts';
import { UnitKind, UnitState } from './unit.choice.ts';

export const UnitKindEnum = enumOf(UnitKind);
export const UnitStateEnum = enumOf(UnitState);

@ObjectType('Unit', { description: '单位 — An organisation that serves the communities.' })
export class UnitType {
  @Field(() => ID, { description: '编号 — UUID.' })
  id!: string;

  @Field(() => String, { description: '名称 — Full name.' })
  name!: string;

  @Field(() => String, { description: '简称 — Name for narrow places.' })
  shortName!: string;

  @Field(() => UnitKindEnum, { description: '性质 — What kind of organisation it is.' })
  kind!: UnitKind;

  @Field(() => UnitStateEnum, { description: '状态 — Whether it takes part.' })
  state!: UnitState;
}
