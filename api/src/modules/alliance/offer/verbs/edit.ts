import { offerVerb } from '../offer.case.ts';
import { contactColumns } from '../offer.contact.ts';
import { searchOf, usableCategory, wordsFields } from '../offer.input.ts';

export const edit = offerVerb('edit', {
  label: '修改',
  about: 'Changes what is said about the offer, and whom to call; kind and amount stay.',
  input: wordsFields,
  async effect({ row, input, transaction }) {
    const { title, about, conditions } = input;
    Object.assign(row, { title, about, conditions, search: searchOf(input), sentBackAt: null });
    row.categoryCode = await usableCategory(input.category, transaction);
    const contact = { name: input.contactName, phone: input.contactPhone };
    Object.assign(row, contactColumns(transaction.house.sealer, contact));
  },
});
