import { line } from '../../../kernel/field.ts';
import { unitOf } from '../../../kernel/viewer.ts';
import { orderVerb } from '../order.case.ts';
import { openOrderContact } from '../order.contact.ts';
import { orderReasons } from '../order.reasons.ts';
import { OrderFullContactType } from '../order.full-contact.type.ts';

/** Reading contact details in full is an act of its own: it has a purpose and leaves a record. */
export const revealContact = orderVerb('revealContact', {
  label: '查看联系方式',
  about: 'Tells the full contact details once and records who read them, and what for.',
  reading: true,
  input: { purpose: line('查看目的', 'What they are needed for.', { min: 2, max: 100 }) },
  shows: { field: 'contact', type: () => OrderFullContactType },
  effect({ row, input, viewer, transaction }) {
    if (unitOf(viewer) !== null && !row.contactConsent) orderReasons.refuse('ORDER_CONTACT_NOT_CONSENTED');
    return {
      data: { purpose: input.purpose, text: input.purpose, fields: ['name', 'phone', 'address'] },
      shown: openOrderContact(transaction.house.sealer, row),
    };
  },
});
