import { dayOf, startOfDay } from '../../api/src/kernel/calendar.ts';
import { agreementCase } from '../../api/src/modules/alliance/agreement/agreement.case.ts';
import { clausesOf } from '../../api/src/modules/alliance/agreement/agreement.versions.ts';
import type { AgreementRow } from '../../api/src/modules/alliance/agreement/agreement.row.ts';
import type { KeptAgreement } from '../../api/src/modules/alliance/index.ts';
import { placesOf } from '../../api/src/modules/divisions/index.ts';
import { Chronicle, type Act } from '../chronicle.ts';
import { between, pickSome, uuidOf } from '../random.ts';
import type { Sql } from '../sql.ts';
import { AgreementSatellites } from './agreement.kept.ts';
import { amended, givenUp, negotiated, noticed, renewed, reviewed, signed, type Plot, type Sides } from './agreement.plots.ts'; // prettier-ignore
import { clausesFor } from './agreement.texts.ts';
import { isStreet, officeHour, People, streetOf, type Setting } from './setting.ts';

const DAY = 86_400_000;

/** What shall have become of an agreement. */
interface Fate {
  readonly allianceId: string;
  readonly unitId: string;
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** The day from which the plot counts. */
  readonly from: Date;
  acts(plot: Plot): readonly Act<AgreementRow>[];
}

/** Lets all agreements happen, from the first draft to where they stand. */
export async function seedAgreements(sql: Sql, setting: Setting, planned: readonly KeptAgreement[]): Promise<void> {
  const { calendar, random, until, verbs } = setting;
  const kept = new AgreementSatellites();
  const chronicle = new Chronicle({ of: agreementCase, calendar, random, until, verbs, answers: kept.answers });
  const people = new People(setting.figures);
  const running = planned.map((agreement, index) => inForce(agreement, index, setting));
  for (const fate of [...running, ...onTheWay(planned, setting)]) {
    const plot = plotOf(fate, people, setting);
    const acts = fate.acts(plot).toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const at = plot.day(-40);
    await chronicle.tell({ row: rowOf(fate, plot, setting), opened: { at, by: plot.sides.writer }, acts });
  }
  await chronicle.write(sql);
  await kept.write(sql);
}

function plotOf(fate: Fate, people: People, setting: Setting): Plot {
  const { random, calendar, units, alliances } = setting;
  const unit = units.get(fate.unitId)!;
  const alliance = alliances.get(fate.allianceId)!;
  const minutes = between(random, 0, 400);
  return {
    ...{ kind: unit.kind, random, startsOn: fate.startsOn, endsOn: fate.endsOn, isCountered: random() < 0.4 },
    sides: sidesOf(alliance.divisionCode, fate.unitId, people),
    clauses: clausesFor(unit.kind, unit.shortName, alliance.name),
    day: (days) => officeHour(calendar, fate.from, days, minutes),
  };
}

function sidesOf(code: string, unitId: string, people: People): Sides {
  const committee = people.at('STREET_COMMITTEE', streetOf(code));
  const [writer, head] = isStreet(code)
    ? [committee, committee]
    : [people.at('COMMUNITY_WORKER', code), people.at('COMMUNITY_SECRETARY', code)];
  return {
    ...{ writer, head, committee },
    ...{ liaison: people.at('UNIT_LIAISON', unitId), lead: people.at('UNIT_LEAD', unitId) },
  };
}

function rowOf(fate: Fate, { sides, clauses, day }: Plot, { units, alliances }: Setting) {
  const alliance = alliances.get(fate.allianceId)!;
  const { district, street, community } = placesOf(alliance.divisionCode);
  const { id, allianceId, unitId, startsOn, endsOn } = fate;
  const title = `${alliance.name.replace('红色联盟', '')}与${units.get(unitId)!.shortName}共驻共建协议`;
  return {
    ...{ id, allianceId, unitId, startsOn, endsOn, title, template: '共驻共建协议示范文本（2024年版）' },
    ...{ districtCode: district!, streetCode: street!, communityCode: community, clauses: clausesOf(clauses) },
    ...{ drafterId: sides.writer.id, allianceLiaisonId: sides.writer.id, unitLiaisonId: null, heldState: null },
    ...{ versionNo: 0, turnSide: null, revision: 0, signedSide: null, inForceNo: null, amendmentNo: null },
    ...{ amendmentSide: null, renewalEndsOn: null, renewalSide: null, reviewCount: 0, reviewedAt: null, warnedAt: null },
    ...{ noticeSide: null, noticeEndsAt: null, createdAt: day(-40), activeAt: null, endedAt: null },
  } as Omit<AgreementRow, 'state' | 'version' | 'enteredAt' | 'yellowAt' | 'dueAt'>;
} // prettier-ignore

/** Days from the first day of an agreement to the moment at which the world begins. */
const ageOf = ({ startsOn }: { readonly startsOn: string }, until: Date) =>
  Math.round((until.getTime() - startOfDay(startsOn).getTime()) / DAY);

const dayFrom = (at: Date, days: number) => dayOf(new Date(at.getTime() + days * DAY));

/** How an agreement that took effect stands in the list, and in time. */
interface Standing {
  readonly index: number;
  /** Days since its first day. */
  readonly age: number;
  /** Days from its first day to the notice after which the unit left; null where it did not leave. */
  readonly left: number | null;
}

/** A turn that some of them take: which, after how many days, and what happens. */
interface Turn {
  is(standing: Standing): boolean;
  acts(plot: Plot, standing: Standing): readonly Act<AgreementRow>[];
}

const TURNS: readonly Turn[] = [
  { is: ({ left }) => left !== null, acts: (plot, { left }) => noticed(plot, left!, false) },
  {
    is: ({ index, age }) => index % 61 === 7 && age > 60,
    acts: (plot, { index, age }) => noticed(plot, age - between(plot.random, 6, 25), index % 2 === 0),
  },
  { is: endsSoon, acts: renewalOf },
  {
    is: ({ index, age }) => index % 20 === 9 && age > 90,
    acts: (plot, { index, age }) => (index % 40 === 9 ? amended(plot, age - 30, true) : amended(plot, age - 3, false)),
  },
];

/** One that took effect: most of them run, some end soon, some have ended. */
function inForce(agreement: KeptAgreement, index: number, { until }: Setting): Fate {
  const age = ageOf(agreement, until);
  const standing = { index, age, left: leftAfter(agreement, age, until) };
  const endsOn = endOf(agreement, standing, until);
  const turn = TURNS.find(({ is }) => is(standing));
  // What comes at the end of a term is told by the clock.
  const lasts = Math.min(standing.left ?? age, -ageOf({ startsOn: endsOn }, startOfDay(agreement.startsOn)) - 20);
  return {
    ...{ ...agreement, endsOn, from: startOfDay(agreement.startsOn) },
    acts: (plot) => [
      ...[...negotiated(plot, 15), ...signed(plot, 14), ...reviewsOf(plot, lasts)],
      ...(turn?.acts(plot, standing) ?? []),
    ],
  };
}

/** Notice is given a month before the unit leaves. */
function leftAfter({ until: left }: KeptAgreement, age: number, until: Date): number | null {
  const days = left === null ? 0 : age - ageOf({ startsOn: dayOf(new Date(left)) }, until) - 31;
  return days > 14 ? days : null;
}

function endsSoon({ index, age, left }: Standing): boolean {
  return index % 25 === 3 && age > 150 && left === null;
}

/** Every twenty-fifth ends within two months, a few ended lately. */
function endOf({ endsOn }: KeptAgreement, standing: Standing, until: Date): string {
  const { index, age, left } = standing;
  if (endsSoon(standing)) return dayFrom(until, 5 + (index % 50));
  return index % 70 === 11 && age > 150 && left === null ? dayFrom(until, -1 - (index % 20)) : endsOn;
}

/** Of those that end soon every third is renewed, for every third it is proposed. */
function renewalOf(plot: Plot, { index, age }: Standing): readonly Act<AgreementRow>[] {
  const length = -ageOf({ startsOn: plot.endsOn }, startOfDay(plot.startsOn));
  return index % 3 === 2 ? [] : renewed(plot, Math.max(age - 12, length - 50), index % 3 === 0);
}

const reviewsOf = (plot: Plot, days: number) =>
  Array.from({ length: Math.max(0, Math.floor(days / 365)) }, (_, year) => reviewed(plot, year + 1)).flat();

type Way = (plot: Plot) => readonly Act<AgreementRow>[];

/** Where those stand that have not taken effect: one way for each state. */
const WAYS: readonly Way[] = [
  () => [],
  (plot) => negotiated(plot, 3).slice(0, 1),
  (plot) => negotiated({ ...plot, isCountered: true }, 3).slice(0, 2),
  (plot) => negotiated(plot, 7),
  (plot) => [...negotiated(plot, 11), ...signed(plot, 10).slice(0, 1)],
  (plot) => [...negotiated(plot, 15), ...signed(plot, 14)],
  (plot) => [...negotiated(plot, 10).slice(0, 1), ...givenUp(plot, 8)],
];

/** Agreements with communities that units of the street have not joined yet. */
function onTheWay(planned: readonly KeptAgreement[], { units, alliances, random, until }: Setting): readonly Fate[] {
  const known = new Set(planned.map(({ allianceId, unitId }) => `${allianceId} ${unitId}`));
  const communities = [...alliances.values()].filter(({ divisionCode }) => !isStreet(divisionCode));
  const pairs = communities.flatMap((alliance) =>
    [...units.values()]
      .filter(({ divisionCode }) => divisionCode === streetOf(alliance.divisionCode))
      .filter(({ id }) => !known.has(`${alliance.id} ${id}`))
      .map(({ id }) => ({ allianceId: alliance.id, unitId: id })),
  );
  return pickSome(random, pairs, WAYS.length * 9).map((pair, index) => ({
    ...{ ...pair, id: uuidOf(random, new Date(until.getTime() - 40 * DAY)), from: until },
    ...{ startsOn: dayFrom(until, 20 + (index % 15)), endsOn: dayFrom(until, 20 + 730) },
    acts: WAYS[index % WAYS.length]!,
  }));
}
