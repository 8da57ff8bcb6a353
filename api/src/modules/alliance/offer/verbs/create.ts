import { code, helped, optional } from '../../../../kernel/field.ts';
import { unitOf } from '../../../../kernel/viewer.ts';
import { offerOpens } from '../offer.case.ts';
import { contactColumns } from '../offer.contact.ts';
import { closesField, kindFields, offerPlace, opensField, refuseStranger, searchOf, usableCategory, weekdaysField, wordsFields } from '../offer.input.ts'; // prettier-ignore
import { addOpenings } from '../offer.openings.ts';
import { OfferSchema } from '../offer.row.ts';

export const create = offerOpens('create', {
  label: '登记资源',
  about: 'A member unit offers what it has; the office of the place looks at it.',
  by: ['UNIT_LIAISON', 'UNIT_LEAD'],
  input: {
    ...wordsFields,
    ...kindFields,
    division: code('服务范围', 'Street or community that it serves.', 'division'),
    weekdays: weekdaysField,
    opensAt: helped('不填则随时开放', optional(opensField)),
    closesAt: optional(closesField),
  },
  async create({ id, input, viewer, now, transaction }) {
    const unitId = unitOf(viewer)!;
    const { label: _label, ...place } = await offerPlace(input.division, transaction);
    await refuseStranger(unitId, { ...place, label: _label }, transaction);
    const { title, about, conditions, kind, amount, measure, exclusive } = input;
    const row = transaction.em.create(OfferSchema, {
      ...{ id, state: 'OFFERED', version: 1, enteredAt: now, createdAt: now, unitId, ...place },
      ...{ title, about, conditions, kind, amount, measure, exclusive, search: searchOf(input) },
      categoryCode: await usableCategory(input.category, transaction),
      ...contactColumns(transaction.house.sealer, { name: input.contactName, phone: input.contactPhone }),
    });
    await transaction.em.persist(row).flush();
    await addOpenings(id, input, transaction);
    return { row, effect: { data: { kind, amount, measure, text: title } } };
  },
});
