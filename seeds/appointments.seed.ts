import { dayOf, type WorkingCalendar } from '../api/src/kernel/calendar.ts';
import { appointmentCase } from '../api/src/modules/appointments/appointment/appointment.case.ts';
import type { AppointmentRow } from '../api/src/modules/appointments/appointment/appointment.row.ts';
import { expire } from '../api/src/modules/appointments/appointment/verbs/expire.ts';
import { noticeEnds } from '../api/src/modules/appointments/appointment/verbs/noticeEnds.ts';
import { remind } from '../api/src/modules/appointments/appointment/verbs/remind.ts';
import { takeOffice } from '../api/src/modules/appointments/appointment/verbs/takeOffice.ts';
import { INSERT_BODIES } from '../api/src/modules/appointments/body/body.row.ts';
import { SEAT_RULES, SeatKind } from '../api/src/modules/appointments/seat/seat.choice.ts';
import { INSERT_SEATS } from '../api/src/modules/appointments/seat/seat.row.ts';
import { placesOf } from '../api/src/modules/divisions/index.ts';
import { insertPosts, type NewPost } from '../api/src/modules/identity/index.ts';
import { Furnisher, type Place } from './appointments/furnish.ts';
import { service } from './appointments/office.ts';
import { communitiesOf, Offices, type Community } from './appointments/places.ts';
import { BEGAN, PLOTS, SERVED, type Plot } from './appointments/plots.ts';
import { Schedule } from './appointments/schedule.ts';
import { letter, wayTo, type Parties, type Telling } from './appointments/way.ts';
import { Chronicle } from './chronicle.ts';
import type { Figure } from './people.seed.ts';
import { between, uuidOf, type Random } from './random.ts';
import { insertRows, type TableRow } from './rows.ts';
import type { Sql } from './sql.ts';

interface World {
  readonly calendar: WorkingCalendar;
  readonly figures: readonly Figure[];
  /** Nothing happens after it. */
  readonly until: Date;
}

const DAY = 86_400_000;

/** Bodies of every urban community, seats with gaps to show, and people in them or on the way, by the rules of the house. */
export async function seedAppointments(sql: Sql, random: Random, { calendar, figures, until }: World): Promise<void> {
  const verbs = [remind, expire, noticeEnds, takeOffice];
  const chronicle = new Chronicle({ of: appointmentCase, calendar, random, until, verbs });
  const seeder = new Seeder(random, { calendar, figures, until });
  const communities = await communitiesOf(sql, until);
  const places = communities.flatMap((community) =>
    seeder.furnisher.seatsOf(community).map((place) => ({ community, place })),
  );
  for (const [index, { community, place }] of places.entries()) {
    const told = seeder.plan(community, place, PLOTS[index % PLOTS.length]!);
    if (told) seeder.seat(await chronicle.tell(told.story), told.parties);
  }
  await sql.query(INSERT_BODIES, [JSON.stringify(seeder.furnisher.bodies)]);
  await sql.query(INSERT_SEATS, [JSON.stringify(places.map(({ place }) => place.seat))]);
  await chronicle.write(sql);
  await insertPosts((_name, text, values) => sql.query(text, [...values]), seeder.posts);
  for (const [table, rows] of seeder.hanging) await insertRows(sql, table, rows);
}

class Seeder {
  readonly furnisher: Furnisher;
  readonly posts: NewPost[] = [];
  readonly hanging = new Map<string, TableRow[]>();
  private readonly offices: Offices;
  private documents = 0;
  private residents = 0;

  constructor(
    private readonly random: Random,
    private readonly world: World,
  ) {
    this.furnisher = new Furnisher(random, world.until);
    this.offices = new Offices(world.figures);
  }

  /** What happens around a seat; null where nothing does. */
  plan(community: Community, place: Place, wanted: Plot) {
    const { until, calendar } = this.world;
    const plot = this.possible(place, wanted);
    if (plot === 'EMPTY') return null;
    const began = this.began(place, plot);
    const schedule = new Schedule(calendar, this.random, dayOf(began));
    const [opened, parties] = [schedule.on(0), this.parties(community, place)];
    const id = uuidOf(this.random, opened);
    this.documents += 1;
    const telling: Telling = {
      ...{ id, plot, parties, endsOn: this.lastDay(plot, until), calendar, schedule, random: this.random, until },
      homeUnitId: place.seat.direction === 'INBOUND' ? place.ally!.id : null,
      document: `演示党发〔${dayOf(schedule.on(8)).slice(0, 4)}〕${String(this.documents)}号`,
      hang: (table, row) => this.hang(table, row),
    };
    const way = wayTo(telling);
    const letters = [...SERVED, 'ACCEPTED', 'DECLINED'].includes(plot) ? letter(telling) : [];
    const acts = [...way, ...letters, ...(SERVED.includes(plot) ? service(telling, letters[0]!.at) : [])];
    const row = this.row(place, telling, opened);
    return { parties, story: { row, opened: { at: opened, by: parties.secretary, action: 'openSeat' }, acts } };
  }

  /** Whoever sat there has sat there, with the post that goes with the seat. */
  seat(row: AppointmentRow, { nominee, standIn }: Parties): void {
    if (!row.startsAt || !row.endsAt) return;
    const left = row.state === 'SUSPENDED' ? row.enteredAt : row.endsAt;
    this.hold(row, { personId: nominee.id, from: row.startsAt, to: left, acting: false });
    if (left < row.endsAt) this.hold(row, { personId: standIn.id, from: left, to: row.endsAt, acting: true });
  }

  private hold(row: AppointmentRow, term: { personId: string; from: Date; to: Date; acting: boolean }): void {
    const { personId, from, to, acting } = term;
    const { role } = SEAT_RULES[row.kind];
    const postId = role ? uuidOf(this.random, from) : null;
    const scope = row.unitId ?? row.communityCode;
    if (role && postId) this.posts.push({ id: postId, personId, role, scope, startsAt: from, endsAt: to });
    this.hang('seat_term', {
      ...{ seat_id: row.seatId, body_id: row.bodyId, person_id: personId, acting, appointment_id: row.id, post_id: postId },
      term: `[${from.toISOString()},${to.toISOString()})`,
    }); // prettier-ignore
  }

  private hang(table: string, row: TableRow): void {
    const rows = this.hanging.get(table) ?? [];
    rows.push(row);
    this.hanging.set(table, rows);
  }

  /** Nobody came from a unit before it had an agreement: where it is young, somebody is on the way. */
  private possible({ seat, ally }: Place, plot: Plot): Plot {
    if (seat.direction === 'OWN' && plot === 'VACATED') return 'ACTIVE';
    return ally && plot !== 'EMPTY' && this.age(ally.since) < BEGAN[plot][0] ? 'NOMINATED' : plot;
  }

  private began({ ally }: Place, plot: Plot): Date {
    const [least, most] = BEGAN[plot];
    const oldest = ally ? Math.max(least, Math.min(most, this.age(ally.since))) : most;
    return new Date(this.world.until.getTime() - between(this.random, least, oldest) * DAY);
  }

  private age(since: Date): number {
    return Math.floor((this.world.until.getTime() - since.getTime()) / DAY) - 1;
  }

  private lastDay(plot: Plot, until: Date): string {
    const days = {
      ENDING: [3, 58],
      EXPIRED: [-60, -4],
    }[plot as string] ?? [120, 900];
    return dayOf(new Date(until.getTime() + between(this.random, days[0]!, days[1]!) * DAY));
  }

  private parties({ code, street }: Community, { seat, ally }: Place): Parties {
    const { offices } = this;
    const secretary = offices.one('COMMUNITY_SECRETARY', code);
    const [worker, colleague] = [offices.one('COMMUNITY_WORKER', code), offices.one('COMMUNITY_WORKER', code, 1)];
    const lead = ally ? offices.one('UNIT_LEAD', ally.id) : secretary;
    const common = { secretary, worker, street: offices.one('STREET_COMMITTEE', street) };
    const objector = offices.one('RESIDENT', code, 19);
    if (seat.direction === 'INBOUND') {
      const nominee = offices.one('UNIT_LIAISON', ally!.id);
      return { ...common, objector, sender: lead, bodyHead: secretary, homeHead: lead, nominee, standIn: lead };
    }
    const own = { ...common, objector, sender: secretary, homeHead: secretary };
    if (seat.direction === 'OUTBOUND') return { ...own, bodyHead: lead, nominee: worker, standIn: colleague };
    const resident = seat.kind === 'RESIDENT_MEMBER';
    const index = this.residents++ % 9;
    const [nominee, standIn] = resident
      ? [offices.one('RESIDENT', code, index), offices.one('RESIDENT', code, index + 9)]
      : [colleague, worker];
    return { ...own, bodyHead: secretary, nominee, standIn };
  }

  private row({ seat, body }: Place, { id, endsOn }: Telling, createdAt: Date) {
    const { district, street, community } = placesOf(seat.communityCode);
    return {
      ...{ id, districtCode: district!, streetCode: street!, communityCode: community!, createdAt, endsOn },
      ...{ seatId: seat.id, bodyId: body.id, direction: seat.direction, kind: seat.kind, unitId: body.unitId },
      title: `${body.name}·${SeatKind.label(seat.kind)}`,
      ...{ homeUnitId: null, homeUnitNamed: false, personId: null, consentOn: null, studiedOn: null, opinion: null },
      ...{ documentNumber: null, remark: null, noticePlace: null, noticeUntil: null, openObjections: 0, termNo: 1 },
      ...{ previousId: null, startsOn: null, startsAt: null, endsAt: null, reviewDueAt: null, onNotice: false },
      ...{ actingPersonId: null, leaveUntil: null, endedBy: null },
    };
  }
}
