import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('CategoryLimit', {
  description: '类别时限 — How long an action may take where a category differs from the process.',
})
export class CategoryLimitType {
  @Field(() => String, { description: '环节 — The action, e.g. `finish`.' })
  action!: string;

  @Field(() => String, { description: '时限 — Spelled `15WD`, `14D`, `24H` or `30M`.' })
  limit!: string;

  @Field(() => String, { description: '时限说明 — As people read it, e.g. 15个工作日.' })
  label!: string;
}

@ObjectType('ServiceCategory', { description: '服务类别 — What people ask for and units can do.' })
export class ServiceCategoryType {
  @Field(() => ID, { description: '代码 — Capital letters, digits and underscores.' })
  code!: string;

  @Field(() => String, { description: '名称 — As people read it.' })
  name!: string;

  @Field(() => String, { description: '分组 — Under which it is listed.' })
  groupName!: string;

  @Field(() => String, { description: '说明 — What belongs to it.' })
  about!: string;

  @Field(() => Boolean, { description: '启用 — Whether it can be chosen.' })
  active!: boolean;

  @Field(() => Int, { description: '顺序 — Its place in lists.' })
  position!: number;
}
