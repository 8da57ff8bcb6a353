export { loadCalendar } from './calendar.reads.ts';
export { calendarStore, type CalendarStore } from './calendar.store.ts';
