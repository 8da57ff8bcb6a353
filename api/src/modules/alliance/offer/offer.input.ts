import { choice, code, type Field, flag, helped, int, line, many, optional, paragraph, personName, phone } from '../../../kernel/field.ts'; // prettier-ignore
import { searchForm } from '../../../kernel/text.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { findDivision, placesOf } from '../../divisions/index.ts';
import { findCategory } from '../../units/index.ts';
import { resourceKind, weekday } from './offer.choices.ts';
import { offerReasons } from './offer.reasons.ts';
import type { OfferRow } from './offer.row.ts';

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/;

/** A time of the day, `HH:MM`, as minutes. */
const timeOfDay = (label: string, about: string): Field<number> => ({
  ...line(label, about, { max: 5 }),
  widget: 'time',
  parse(value, path) {
    const text = String(value).normalize('NFKC').trim();
    if (!TIME.test(text)) offerReasons.refuse('OFFER_HOURS_TIME', { path, values: { label } });
    const [hours, minutes] = text.split(':').map(Number);
    return hours! * 60 + minutes!;
  },
});

export const weekdaysField = many(choice('星期', 'On which days of the week.', weekday), { max: 7 });
export const opensField = timeOfDay('开放时间', 'From when, such as 09:00.');
export const closesField = timeOfDay('关闭时间', 'Until when, such as 17:30; 24:00 for the end of the day.');

/** What can be changed without another look of the office. */
export const wordsFields = {
  title: line('名称', 'What it is, in one line.', { min: 2, max: 60 }),
  about: paragraph('说明', 'What it is good for.', { min: 1, max: 1000 }),
  category: optional(code('服务类别', 'Category of orders that it can serve.', 'category')),
  conditions: optional(paragraph('使用条件', 'What whoever uses it must keep to.', { max: 500 })),
  contactName: personName('联系人', 'Whom to call at the unit; sealed, shown masked.'),
  contactPhone: phone('联系电话', 'Of whom to call; sealed, shown masked.'),
} as const;

/** What the office makes sure of. */
export const kindFields = {
  kind: choice('资源类型', 'What kind of resource it is.', resourceKind),
  amount: int('数量', 'How much there is.', 1, 10_000),
  measure: line('计量单位', 'What the amount counts: 间, 把, 人次 ...', { min: 1, max: 8 }),
  exclusive: helped(
    '勾选后一次预约占用全部；不勾选则可分份预约',
    flag('整体预约', 'One booking at a time takes the whole; otherwise it can be booked in parts.'),
  ),
} as const;

/** What an offer is found by. */
export const searchOf = ({ title, about }: { readonly title: string; readonly about: string }): string =>
  searchForm(`${title} ${about}`);

/** A category that can be chosen now; none where none was given. */
export async function usableCategory(given: string | null, transaction: Transaction): Promise<string | null> {
  if (given === null) return null;
  const category = await findCategory(transaction, given);
  return category?.active
    ? category.code
    : offerReasons.refuse('OFFER_CATEGORY_UNKNOWN', { path: ['input', 'category'] });
}

type OfferPlace = Pick<OfferRow, 'districtCode' | 'streetCode'> & {
  readonly communityCode: string | null;
  readonly label: string;
};

/** The street or community that an offer serves. */
export async function offerPlace(given: string, transaction: Transaction): Promise<OfferPlace> {
  const path = ['input', 'division'];
  const division = await findDivision(transaction, given);
  if (!division || !['STREET', 'TOWN', 'COMMUNITY', 'VILLAGE'].includes(division.level))
    return offerReasons.refuse('OFFER_PLACE_UNKNOWN', { path });
  const { district, street, community } = placesOf(division.code);
  return { districtCode: district!, streetCode: street!, communityCode: community, label: division.label };
}

const MEMBER = `SELECT u.state, EXISTS (SELECT FROM alliance a JOIN alliance_member m ON m.alliance_id = a.id
    WHERE a.division_code = ANY ($2::text[]) AND m.unit_id = u.id AND m.term @> $3::timestamptz) AS member FROM unit u WHERE u.id = $1`;

/** Only members offer, and only where they are members: the alliance of the community or that of its street. */
export async function refuseStranger(unitId: string, place: OfferPlace, transaction: Transaction): Promise<void> {
  const codes = [place.streetCode, ...(place.communityCode ? [place.communityCode] : [])];
  const [unit] = await transaction.rows<{ state: string; member: boolean }>('offering-unit', MEMBER, [
    ...[unitId, codes, transaction.now],
  ]);
  if (unit?.state !== 'ACTIVE') return offerReasons.refuse('OFFER_UNIT_SUSPENDED');
  if (!unit.member)
    offerReasons.refuse('OFFER_NOT_MEMBER', { path: ['input', 'division'], values: { place: place.label } });
}
