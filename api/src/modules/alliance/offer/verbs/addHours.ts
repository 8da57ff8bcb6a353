import { offerVerb } from '../offer.case.ts';
import { sayMinutes } from '../offer.hours.ts';
import { closesField, opensField, weekdaysField } from '../offer.input.ts';
import { addOpenings } from '../offer.openings.ts';
import { weekday } from '../offer.choices.ts';

export const addHours = offerVerb('addHours', {
  label: '增加开放时间',
  about: 'Opens the offer at one more time of the week. Bookings that were made stay.',
  input: { weekdays: weekdaysField, opensAt: opensField, closesAt: closesField },
  async effect({ row, input, transaction }) {
    await addOpenings(row.id, input, transaction);
    const days = input.weekdays.map((day) => weekday.label(day)).join('、');
    return { data: { text: `${days} ${sayMinutes(input.opensAt)}–${sayMinutes(input.closesAt)}` } };
  },
});
