import { weekday } from '../offer.choices.ts';
import { offerVerb } from '../offer.case.ts';
import { weekdaysField } from '../offer.input.ts';
import { clearOpenings } from '../offer.openings.ts';

export const clearHours = offerVerb('clearHours', {
  label: '清除开放时间',
  about: 'Takes the open hours of some days away, or all of them; without any the offer is open at all times.',
  input: { weekdays: weekdaysField },
  effect({ row, input, transaction }) {
    clearOpenings(row.id, input.weekdays, transaction);
    const days = input.weekdays.map((day) => weekday.label(day)).join('、');
    return { data: { text: days === '' ? '全部' : days } };
  },
});
