import { dayOf } from '../api/src/kernel/calendar.ts';
import type { NeedState, ProjectState } from '../api/src/modules/projects/index.ts';
import { isStreet, officeHour, People, type Setting } from './alliance/setting.ts';
import { between, uuidOf } from './random.ts';
import { Needs, type Answered } from './projects/needs.ts';
import { officeOf } from './projects/people.ts';
import { CLAIM, CLEAR, Projects, type Planned } from './projects/projects.ts';
import { TEMPLATES, type Template } from './projects/templates.ts';
import type { Sql } from './sql.ts';

/** How the projects of a place end, one after the other; and how many days ago each was proposed. */
const FATES: readonly (readonly [ends: Planned['ends'], age: number])[] = [
  ['CLEARED', 120], ['EXECUTING', 40], ['PROPOSED', 4], ['DELIVERED', 53], ['AGREED', 9],
  ['CLEARED', 160], ['APPRAISED', 57], ['CLAIMED', 13], ['PAUSED', 60], ['RELAPSED', 130], ['EXECUTING', 75], ['ABORTED', 90],
]; // prettier-ignore

/** How needs end that nothing answers; and how many days ago each was taken down. */
const OPEN: readonly (readonly [ends: NeedState | 'SENT_BACK', age: number])[] = [
  ['COLLECTED', 1], ['PUBLISHED', 6], ['UNMET', 45], ['PUBLISHED', 11], ['WITHDRAWN', 30], ['SENT_BACK', 3],
]; // prettier-ignore

interface Member {
  readonly unitId: string;
  readonly divisionCode: string;
}

const MEMBERS = `SELECT m.unit_id AS "unitId", a.division_code AS "divisionCode" FROM alliance_member m JOIN alliance a ON a.id = m.alliance_id
  WHERE m.term @> $1::timestamptz AND m.term @> $1::timestamptz - interval '170 days' ORDER BY a.division_code, m.unit_id`;

interface Booked {
  readonly id: string;
  readonly offerId: string;
  readonly unitId: string;
  readonly kind: Template['kind'];
  readonly code: string;
  readonly at: Date;
  readonly until: Date;
  readonly state: 'RESERVED' | 'RETURNED';
}

// What offices have booked was for somebody.
const BOOKED = `SELECT b.id, b.offer_id AS "offerId", b.offer_unit_id AS "unitId", o.kind, b.booker_code AS code, b.created_at AS at,
    b.ends_at AS until, b.state
  FROM booking b JOIN resource_offer o ON o.id = b.offer_id
  WHERE b.booker_code IS NOT NULL AND b.need_id IS NULL AND b.state IN ('RESERVED', 'RETURNED') ORDER BY b.id`;

/** Fills the lists of every alliance: needs in all states, and projects that answer some of them. */
export async function seedProjects(sql: Sql, setting: Setting): Promise<void> {
  const { rows } = await sql.query(MEMBERS, [setting.until]);
  const members = Map.groupBy(rows as Member[], ({ divisionCode }) => divisionCode);
  const series = await sql.query("SELECT series, last FROM serial_number WHERE series LIKE 'clear:%' ORDER BY series");
  const kept = (series.rows as { series: string; last: number | string }[]).map(({ series: name, last }) => [name, Number(last)] as const); // prettier-ignore
  const [needs, projects] = [new Needs(setting), new Projects(setting, new Map(kept))];
  const codes = [...setting.alliances.values()].map(({ divisionCode }) => divisionCode).toSorted();
  const telling = { setting, needs, projects, people: new People(setting.figures) };
  let turn = 0;
  for (const code of codes) {
    const units = (members.get(code) ?? []).map(({ unitId }) => unitId);
    await openNeeds(code, turn, telling);
    for (let one = 0; one < (units.length === 0 ? 0 : 2); one += 1, turn += 1)
      await project(code, { unitId: units[turn % units.length]!, turn }, telling);
  }
  const booked = (await sql.query(BOOKED)).rows as Booked[];
  for (const [index, one] of booked.entries()) if (index % 2 === 0) await bookedFor(one, telling);
  await needs.write(sql);
  await projects.write(sql);
  await needs.writeMatches(sql);
}

interface Telling {
  readonly setting: Setting;
  readonly needs: Needs;
  readonly projects: Projects;
  readonly people: People;
}

const templateAt = (index: number): Template => TEMPLATES[index % TEMPLATES.length]!;

/** Moments in office hours, counted from a day so many days ago. */
function counting({ calendar, random, until }: Setting, age: number): (days: number) => Date {
  const minutes = between(random, 0, 400);
  return (days) => officeHour(calendar, until, days - age, minutes);
}

async function openNeeds(code: string, turn: number, { setting, needs, people }: Telling): Promise<void> {
  const office = officeOf(code, people);
  for (const next of [0, 1, 2]) {
    const [ends, age] = OPEN[(turn + next) % OPEN.length]!;
    const day = counting(setting, age);
    if (day(0) >= setting.until) continue;
    await needs.tell({ template: templateAt(turn + next * 3 + 1), code, office, at: day(0), day, ends });
  }
}

async function project(code: string, { unitId, turn }: { readonly unitId: string; readonly turn: number }, telling: Telling): Promise<void> {
  const { setting, needs, projects, people } = telling;
  const [ends, age] = FATES[turn % FATES.length]!;
  const day = counting(setting, age);
  const office = officeOf(code, people);
  const template = templateAt(turn);
  const id = uuidOf(setting.random, day(0));
  const collected = (days: number) => day(days - 4);
  const answered = answers({ ends, id, unitId, day, until: setting.until });
  const needId = await needs.tell({ template, code, office, at: collected(0), day: collected, answered });
  const [lead, liaison] = [people.at('UNIT_LEAD', unitId), people.at('UNIT_LIAISON', unitId)];
  const resident = isStreet(code) ? null : people.at('RESIDENT', code);
  // Some are late.
  const dueOn = dayOf(day(ends === 'EXECUTING' && age > 70 ? 70 : 90));
  await projects.tell({ template, code, office, lead, liaison, resident, ends, needId, id, dueOn, day });
} // prettier-ignore

interface Course {
  readonly ends: ProjectState | 'RELAPSED';
  readonly id: string;
  readonly unitId: string;
  readonly day: (days: number) => Date;
  readonly until: Date;
}

/** What a project does for its need. The need follows in the same second. */
function answers({ ends, id, unitId, day, until }: Course): readonly Answered[] {
  const base = { unitId, projectId: id };
  if (['PROPOSED', 'AGREED'].includes(ends)) return [];
  const all: Answered[] = [{ ...base, action: 'takeUp', at: day(CLAIM) }];
  if (ends === 'ABORTED') all.push({ ...base, action: 'letGo', at: day(40) });
  if (ends === 'CLEARED' || ends === 'RELAPSED') all.push({ ...base, action: 'settle', at: day(CLEAR) });
  return all.filter(({ at }) => at <= until);
}

/** A need that was answered by a booking of the office. */
async function bookedFor({ state, kind, code, at, until, ...booking }: Booked, { setting, needs, people }: Telling): Promise<void> {
  const base = { unitId: booking.unitId, booking: { id: booking.id, offerId: booking.offerId, until } };
  const day = (days: number) => officeHour(setting.calendar, at, days - 6, 30);
  const answered: Answered[] = [{ ...base, action: 'acceptMatch', at }];
  const after = officeHour(setting.calendar, until, 1, 60);
  if (state === 'RETURNED' && after <= setting.until) answered.push({ ...base, action: 'fulfil', at: after });
  const template = TEMPLATES.find((one) => one.kind === kind)!;
  await needs.tell({ template, code, office: officeOf(code, people), at: day(0), day, answered });
} // prettier-ignore
