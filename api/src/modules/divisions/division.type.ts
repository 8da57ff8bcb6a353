import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf } from '../../platform/graphql/enum.ts';
import { DivisionLevel, PartyOrganisation } from './level.choice.ts';

export const DivisionLevelEnum = enumOf(DivisionLevel);
export const PartyOrganisationEnum = enumOf(PartyOrganisation);

@ObjectType('Division', { description: '行政区划 — A part of the district, from the province above it to a building.' })
export class DivisionType {
  @Field(() => ID, { description: '代码 — Statistical division code: 12 digits, a grid 15, a building 18.' })
  code!: string;

  @Field(() => DivisionLevelEnum, { description: '级别 — Its rank.' })
  level!: DivisionLevel;

  @Field(() => String, { description: '名称 — As registered, e.g. 曙光路西社区居委会.' })
  name!: string;

  @Field(() => String, { description: '简称 — As people read it without its surroundings, e.g. 曙光路西社区.' })
  label!: string;
}
