import { line, optional } from '../../../../kernel/field.ts';
import { bookingVerb } from '../booking.case.ts';

export const returnEarly = bookingVerb('returnEarly', {
  label: '提前归还',
  about: 'It is given back before its time; others can have what is left.',
  input: { note: optional(line('归还情况', 'In what state it came back.', { max: 200 })) },
  effect({ row, input, now }) {
    row.returnedAt = now;
    return { data: { text: input.note } };
  },
});
