import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('FormChoice', { description: '选项 — A value that can be chosen.' })
export class FormChoiceType {
  @Field(() => String, { description: '值 — What is sent.' })
  value!: string;

  @Field(() => String, { description: '名称 — What people read.' })
  label!: string;

  @Field(() => String, { description: '说明 — What it means, for developers.' })
  about!: string;
}

@ObjectType('FormField', { description: '填写项 — A field of a form.' })
export class FormFieldType {
  @Field(() => String, { description: '字段名 — Name of the field in the input.' })
  name!: string;

  @Field(() => String, { description: '名称 — What people read.' })
  label!: string;

  @Field(() => String, { description: '填写提示 — What is expected, in Chinese; empty when nothing needs saying.' })
  help!: string;

  @Field(() => String, { description: '控件 — How it is typed in, or what is picked: `paragraph`, `unit`, `photos` …' })
  widget!: string;

  @Field(() => String, {
    description: '数据类型 — `String`, `Int`, `Boolean`, `ID`, `Instant`, `Date`, or name of an enum.',
  })
  wire!: string;

  @Field(() => Boolean, { description: '必填 — It may not be left out.' })
  required!: boolean;

  @Field(() => Boolean, { description: '多个 — It takes a list.' })
  list!: boolean;

  @Field(() => Int, { nullable: true, description: '下限 — Least length of a text in characters, or least number.' })
  min!: number | null;

  @Field(() => Int, { nullable: true, description: '上限 — Greatest length of a text, or greatest number.' })
  max!: number | null;

  @Field(() => Int, { nullable: true, description: '最少项数 — Least length of the list.' })
  minCount!: number | null;

  @Field(() => Int, { nullable: true, description: '最多项数 — Greatest length of the list.' })
  maxCount!: number | null;

  @Field(() => [FormChoiceType], {
    description: '选项 — In the order in which they are offered; empty without a choice.',
  })
  choices!: FormChoiceType[];
}

@ObjectType('FormDuty', { description: '下一步 — A duty that begins to run once the action is done.' })
export class FormDutyType {
  @Field(() => String, { description: '事项 — What must be done.' })
  label!: string;

  @Field(() => String, { description: '时限 — Limit of the process, such as 3个工作日; a category may set its own.' })
  limit!: string;
}

@ObjectType('ActionForm', {
  description: '办理表单 — What must be known to draw the form of a mutation and to send it.',
})
export class ActionFormType {
  @Field(() => String, { description: '接口名称 — The mutation.' })
  mutation!: string;

  @Field(() => String, { description: '动作名称 — What the button says.' })
  label!: string;

  @Field(() => String, { description: '动作说明 — What it does, for developers.' })
  about!: string;

  @Field(() => String, { description: '事项类别 — What it acts upon, as mutations begin.' })
  noun!: string;

  @Field(() => String, { nullable: true, description: '事项类别名称 — The same for people; null where it is no case.' })
  nounLabel!: string | null;

  @Field(() => String, { nullable: true, description: '编号字段 — Field of the input that names the case; null where none is acted upon.' }) // prettier-ignore
  subjectField!: string | null;

  @Field(() => Boolean, { description: '防重复 — Takes an `idempotencyKey`.' })
  keyed!: boolean;

  @Field(() => Boolean, { description: '核对版本 — Takes an `expectedVersion`.' })
  versioned!: boolean;

  @Field(() => String, { description: '结果字段 — Field of the payload that shows what came of it.' })
  payloadField!: string;

  @Field(() => String, {
    nullable: true,
    description: '仅此一次字段 — Field of the payload that is shown to the caller alone, once.',
  })
  shownOnce!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '查询文档 — SHA-256 of the listed document that calls it with the variable `input`; null when none is listed.',
  }) // prettier-ignore
  document!: string | null;

  @Field(() => [FormFieldType], { description: '填写项 — In the order in which they are filled in.' })
  fields!: FormFieldType[];

  @Field(() => [FormDutyType], { description: '下一步 — What begins to run once it is done.' })
  next!: FormDutyType[];
}
