import { line } from '../../../../kernel/field.ts';
import { offerVerb } from '../offer.case.ts';
import { openContact } from '../offer.contact.ts';
import { OfferFullContactType } from '../offer.full-contact.type.ts';

/** Reading contact details in full is an act of its own: it has a purpose and leaves a record. */
export const revealContact = offerVerb('revealContact', {
  label: '查看联系方式',
  about: 'Tells the full contact once and records who read it, and what for.',
  reading: true,
  input: { purpose: line('查看目的', 'What it is needed for.', { min: 2, max: 100 }) },
  shows: { field: 'contact', type: () => OfferFullContactType },
  effect: ({ row, input, transaction }) => ({
    data: { purpose: input.purpose, text: input.purpose, fields: ['name', 'phone'] },
    shown: openContact(transaction.house.sealer, row),
  }),
});
