import { GraphQLScalarType } from 'graphql';

/** A day of the calendar without a time: `YYYY-MM-DD`. Checked for existence where the field is parsed. */
export const CalendarDate = new GraphQLScalarType<string, string>({
  name: 'CalendarDate',
  description: '日期 — A day of the calendar in Asia/Shanghai, YYYY-MM-DD.',
  serialize: String,
  parseValue: (value) => {
    if (typeof value !== 'string') throw new TypeError('日期应写作“2026-11-23”这样的形式。');
    return value;
  },
});
