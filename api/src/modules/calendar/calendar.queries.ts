import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Context } from '../../platform/graphql/context.ts';
import { calendarYear } from './calendar.reads.ts';
import { CalendarYearType } from './calendar.type.ts';

@Resolver()
export class CalendarQueries {
  @Query(() => CalendarYearType, {
    nullable: true,
    description: '年度工作日历 — Null while the notice of the year has not been entered.',
  })
  calendarYear(
    @Arg('year', () => Int, { description: '年份 — Such as 2026.' }) year: number,
    @Ctx() { house }: Context,
  ): Promise<CalendarYearType | null> {
    return calendarYear(house.database, year);
  }
}
