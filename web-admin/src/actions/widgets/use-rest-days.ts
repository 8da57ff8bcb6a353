import { useCallback } from 'react';
import { useQuery } from '@apollo/client/react';
import type { Dayjs } from 'dayjs';
import { ActionsCalendarDocument } from '../gql/graphql.ts';

export type DayKind = 'REST' | 'MADE_UP' | 'WORK';

const isWeekend = (day: Dayjs) => day.day() === 0 || day.day() === 6;

/** What kind of day a day is by the working calendar: 休息日, 调休上班 or an ordinary one. Weekends rest while no notice is entered. */
export function useRestDays(year: number): (day: Dayjs) => DayKind {
  const { data } = useQuery(ActionsCalendarDocument, {
    variables: { year },
    fetchPolicy: 'cache-first',
    errorPolicy: 'ignore',
  });
  const days = data?.calendarYear?.days;
  return useCallback(
    (day) => {
      const named = days?.find(({ date }) => date === day.format('YYYY-MM-DD'));
      if (named) return named.kind === 'HOLIDAY' ? 'REST' : 'MADE_UP';
      return isWeekend(day) ? 'REST' : 'WORK';
    },
    [days],
  );
}
