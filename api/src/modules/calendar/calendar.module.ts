import { defineModule } from '../../platform/module.ts';
import { CalendarQueries } from './calendar.queries.ts';
import { calendarStore } from './calendar.store.ts';

export const calendarModule = defineModule({
  name: 'calendar',
  resolvers: [CalendarQueries],
  calendar: calendarStore,
  policy: {
    roots: { 'Query.calendarYear': 'ANYONE' },
    types: { CalendarYear: 'public', CalendarDay: 'public' },
  },
});
