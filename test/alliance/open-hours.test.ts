import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOffer, at, CHAIRS, openOfferWorld, VENUE, wish, type OfferWorld } from '../support/offer-world.ts';

let people: OfferWorld;
beforeAll(async () => {
  people = await openOfferWorld();
});
afterAll(() => people.world.close());

describe('the rule of open hours', () => {
  it('is the same in the database, by which lists are searched', async () => {
    const { world, member } = people;
    const hall = await anOffer(people, { ...VENUE, closesAt: '24:00', weekdays: ['MONDAY', 'SUNDAY'] });
    const lent = await anOffer(people, { ...CHAIRS, weekdays: ['MONDAY', 'SUNDAY'], opensAt: '09:00', closesAt: '24:00' });
    const hours = [0, 8, 9, 15, 23, 24].map((hour) => `${String(hour).padStart(2, '0')}:00`);
    const base = 21; // a Monday that is not over
    for (const offer of [hall, lent])
      for (const from of hours.slice(0, 5))
        for (const [day, to] of [[base, '24:00'], [base + 1, '00:00'], [base + 1, '09:00'], [base + 6, '10:00'], [base, '23:30']] as const) {
          const span = { from: momentOf(base, from), to: momentOf(day, to) };
          if (span.to <= span.from) continue;
          const { rows } = await world.sql.query<{ open: boolean }>(
            `SELECT offer_is_open(id, loaned, $2, $3) AS open FROM resource_offer WHERE id = $1`,
            [offer, span.from, span.to],
          );
          const { error } = await member.calls('bookingCreate', wish(offer, span.from, span.to, 1));
          const said = !['BOOKING_NOT_OPEN', 'BOOKING_NOT_OPEN_LONG'].includes(error?.code ?? '');
          expect({ ...span, open: said }).toEqual({ ...span, open: rows[0]!.open });
        }
  }); // prettier-ignore
});

/** 24:00 is the beginning of the next day. */
const momentOf = (day: number, time: string) => (time === '24:00' ? at(day + 1, '00:00') : at(day, time));
