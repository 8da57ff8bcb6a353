import { Field, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { defineChoice, type KeyOf } from '../../kernel/choice.ts';
import { CalendarDate } from '../../platform/graphql/calendar-date.ts';
import { enumOf } from '../../platform/graphql/enum.ts';

export const CalendarDayKind = defineChoice('CalendarDayKind', '日期性质 — How a day differs from Monday to Friday.', {
  HOLIDAY: ['放假', 'Nobody works, whatever day of the week it is.'],
  WORKDAY: ['调休上班', 'A Saturday or Sunday on which people work.'],
});
export type CalendarDayKind = KeyOf<typeof CalendarDayKind>;
const CalendarDayKindEnum = enumOf(CalendarDayKind);

@ObjectType('CalendarDay', { description: '节假日安排 — A day that the notice names.' })
export class CalendarDayType {
  @Field(() => CalendarDate, { description: '日期 — The day.' })
  date!: string;

  @Field(() => CalendarDayKindEnum, { description: '性质 — Free or worked.' })
  kind!: CalendarDayKind;

  @Field(() => String, { description: '名称 — Which holiday it belongs to.' })
  name!: string;

  @Field(() => String, { description: '依据 — The notice that says so.' })
  source!: string;
}

@ObjectType('CalendarYear', { description: '年度工作日历 — The holidays and make-up days of a year.' })
export class CalendarYearType {
  @Field(() => Int, { description: '年份 — The year.' })
  year!: number;

  @Field(() => String, { description: '依据 — The notice of the General Office of the State Council.' })
  source!: string;

  @Field(() => GraphQLISODateTime, { description: '发布时间 — When it was entered here.' })
  publishedAt!: Date;

  @Field(() => [CalendarDayType], { description: '安排 — The days in order.' })
  days!: readonly CalendarDayType[];
}
