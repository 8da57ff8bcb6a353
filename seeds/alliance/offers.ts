import { contactColumns } from '../../api/src/modules/alliance/offer/offer.contact.ts';
import { offerCase } from '../../api/src/modules/alliance/offer/offer.case.ts';
import { searchOf } from '../../api/src/modules/alliance/offer/offer.input.ts';
import type { OfferRow } from '../../api/src/modules/alliance/offer/offer.row.ts';
import { placesOf } from '../../api/src/modules/divisions/index.ts';
import type { Sealer } from '../../api/src/platform/seal/sealer.ts';
import { phoneOf } from '../accounts.ts';
import { Chronicle, type Act } from '../chronicle.ts';
import { OPEN_SEALER } from '../memory/store.ts';
import { between, uuidOf } from '../random.ts';
import { insertRows } from '../rows.ts';
import type { Sql } from '../sql.ts';
import { OFFERS, type OfferTemplate } from './offer.templates.ts';
import { isStreet, officeHour, People, streetOf, type Setting } from './setting.ts';

/** A unit that is a member now. */
export interface Member {
  readonly unitId: string;
  readonly divisionCode: string;
  readonly since: Date;
}

/** An offer with what it was made from. */
export interface Offered {
  readonly row: OfferRow;
  readonly template: OfferTemplate;
}

const DAY = 86_400_000;
const WHY = { reason: '场地正在检修，预计两周后恢复开放。' };

const MEMBERS = `SELECT m.unit_id AS "unitId", a.division_code AS "divisionCode", lower(m.term) AS since
  FROM alliance_member m JOIN alliance a ON a.id = m.alliance_id WHERE m.term @> $1::timestamptz ORDER BY a.division_code, m.unit_id`;

/** Whoever is a member at the moment at which the world begins. */
export const readMembers = async (sql: Sql, until: Date): Promise<readonly Member[]> =>
  (await sql.query(MEMBERS, [until])).rows as Member[];

/** Lets every member offer what such units have: to its community where it is a member there, else to its street. */
export async function seedOffers(
  sql: Sql,
  setting: Setting,
  { members, sealer }: { readonly members: readonly Member[]; readonly sealer: Sealer },
): Promise<readonly Offered[]> {
  const { calendar, random, until, verbs, units } = setting;
  const answers = {
    'category-in-transaction': ([code]: [string]) => [{ code, active: true }],
    'live-bookings': () => [{ count: 0, firstAt: null, most: 0 }],
  };
  const chronicle = new Chronicle({ of: offerCase, calendar, random, until, verbs, answers });
  const people = new People(setting.figures);
  const offered: Offered[] = [];
  for (const member of oneEach(members))
    for (const template of OFFERS[units.get(member.unitId)!.kind]) {
      const story = storyOf({ member, template, index: offered.length }, people, setting);
      offered.push({ row: await chronicle.tell(story), template });
    }
  await chronicle.write(sql, ({ contactSealed }) => ({ contactSealed: sealer.seal(contactSealed.toString()) }));
  const hours = offered.flatMap(({ row, template }) => template.hours.map((one) => ({ offer_id: row.id, ...one })));
  await insertRows(sql, 'offer_hours', hours);
  return offered;
}

/** Of every unit one membership; that in a community goes before that in a street. */
function oneEach(members: readonly Member[]): readonly Member[] {
  const byUnit = Map.groupBy(members, ({ unitId }) => unitId);
  return [...byUnit.values()].map((all) => all.find(({ divisionCode }) => !isStreet(divisionCode)) ?? all[0]!);
}

interface Wanted {
  readonly member: Member;
  readonly template: OfferTemplate;
  readonly index: number;
}

function storyOf({ member, template, index }: Wanted, people: People, setting: Setting) {
  const { random, until, calendar } = setting;
  const oldest = Math.floor((until.getTime() - member.since.getTime()) / DAY) - 12;
  const age = index % 19 === 5 ? 3 : Math.min(oldest, between(random, 25, 240));
  const day = (days: number) => officeHour(calendar, until, days - age, (index * 7) % 400);
  const by = people.at('UNIT_LIAISON', member.unitId);
  const code = member.divisionCode;
  const office = isStreet(code) ? people.at('STREET_REVIEWER', code) : people.at('COMMUNITY_WORKER', code);
  const { district, street, community } = placesOf(code);
  const { kind, title, about, conditions, amount, measure, category } = template;
  const row = {
    ...{ id: uuidOf(random, day(0)), unitId: member.unitId, kind, categoryCode: category, title, about, conditions },
    ...{ amount, measure, exclusive: kind === 'VENUE', districtCode: district!, streetCode: street! },
    ...{ communityCode: community, search: searchOf(template), createdAt: day(0) },
    ...{ verifierId: null, verifiedAt: null, sentBackAt: null },
    ...contactColumns(OPEN_SEALER, { name: by.name, phone: phoneOf(5000 + index) }),
  };
  const edited = { title, about: `${about}另可按需要调整时间。`, category, conditions, contactName: by.name, contactPhone: phoneOf(5000 + index) }; // prettier-ignore
  const verify: Act<OfferRow> = { action: 'verify', at: day(3), by: office, input: { finding: '已到现场核实。' } };
  const back: readonly Act<OfferRow>[] = [
    { action: 'sendBack', at: day(1), by: office, input: { reason: '请补充可以使用的时间和注意事项。' } },
    { action: 'edit', at: day(2), by, input: edited },
  ];
  const acts = [...(index % 17 === 3 ? back : []), ...(index % 19 === 5 ? [] : [verify])];
  return { row, opened: { at: day(0), by }, acts: [...acts, ...rest({ by, day, index, age })] };
}

/** A few rest, a few are taken off the list. */
function rest({ by, day, index, age }: { by: Act<OfferRow>['by']; day: (days: number) => Date; index: number; age: number }): readonly Act<OfferRow>[] {
  if (age < 20) return [];
  if (index % 23 === 7) return [{ action: 'pause', at: day(age - 6), by, input: WHY }];
  if (index % 23 !== 15) return [];
  return [{ action: 'withdraw', at: day(age - 9), by, input: { reason: '设备老化已经停用，不再对外提供。' } }];
} // prettier-ignore

/** Whose office books for a place. */
export const officeOf = (code: string, people: People) =>
  isStreet(code) ? people.at('STREET_REVIEWER', streetOf(code)) : people.at('COMMUNITY_WORKER', code);
