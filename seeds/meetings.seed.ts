import type { AllianceRow } from '../api/src/modules/alliance/index.ts';
import { isStreet, officeHour, People, streetOf } from './alliance/setting.ts';
import { EARLIER, FORMS, LATER, MATTERS, type Matter, type Plot } from './meetings/plots.ts';
import { Stage, type StageSet } from './meetings/stage.ts';
import type { Figure } from './people.seed.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Days before the notice and the meeting on which it is planned: enough for the longest holidays. */
const [PLANNED, PROPOSED, LOCKED] = [-22, -21, -14] as const;

interface Alliance extends Pick<AllianceRow, 'id' | 'divisionCode'> {
  readonly units: readonly string[];
}

export interface MeetingsSet extends StageSet {
  readonly figures: readonly Figure[];
  readonly until: Date;
}

// Units that were members long before the first of the meetings and are still.
const ALLIANCES = `
  SELECT a.id, a.division_code AS "divisionCode", array_agg(m.unit_id ORDER BY m.unit_id) AS units
  FROM alliance a JOIN alliance_member m ON m.alliance_id = a.id JOIN unit u ON u.id = m.unit_id AND u.state = 'ACTIVE'
  WHERE a.division_code LIKE $1 AND m.term @> $2::timestamptz AND m.term @> ($2::timestamptz - interval '200 days')
  GROUP BY 1, 2 ORDER BY 2`;
const AGENDA =
  'SELECT id, title FROM meeting_topic WHERE meeting_id = $1 AND on_agenda AND outcome IS NULL ORDER BY position';
const NEEDED = 'SELECT needed FROM meeting_quorum WHERE meeting_id = $1';

/**
 * Joint meetings of the alliances of the street in which the demo plays, by the house's own rules: two that were held, their minutes issued,
 * their resolutions in all states, and one convened for next week. Returns what was refused: nothing, as long as the plots are right.
 */
export async function seedMeetings(set: MeetingsSet): Promise<readonly string[]> {
  const stage = await Stage.open(set);
  const worker = set.figures.find(({ role }) => role === 'COMMUNITY_WORKER')!;
  const street = streetOf(worker.scope);
  const alliances = await stage.query<Alliance>('seed-alliances', ALLIANCES, [`${street.slice(0, 9)}%`, set.until]);
  // The first community has its meetings in the story.
  const those = alliances.filter(({ divisionCode, units }) => divisionCode !== worker.scope && units.length > 2);
  for (const [turn, alliance] of those.entries()) new Author(stage, set, alliance).write(turn);
  await stage.play(set.until);
  return stage.refused;
}

/** Writes what happens in one alliance into the cues. */
class Author {
  private readonly people: People;
  private readonly convener: Figure;
  private readonly recorder: Figure;
  private readonly street: Figure;

  constructor(
    private readonly stage: Stage,
    private readonly set: MeetingsSet,
    private readonly alliance: Alliance,
  ) {
    const { divisionCode: code } = alliance;
    this.people = new People(set.figures);
    const [chair, pen] = isStreet(code)
      ? (['STREET_COMMITTEE', 'STREET_REVIEWER'] as const)
      : (['COMMUNITY_SECRETARY', 'COMMUNITY_WORKER'] as const);
    this.convener = this.people.at(chair, code);
    this.recorder = this.people.at(pen, code);
    this.street = this.people.at('STREET_COMMITTEE', streetOf(code));
  }

  write(turn: number): void {
    const matter = (n: number) => MATTERS[(turn * 2 + n) % MATTERS.length]!;
    this.held(this.day(-100 + turn), [matter(0), matter(1)], { silent: true, plots: EARLIER });
    const plots = [LATER[turn % LATER.length]!, LATER[(turn + 2) % LATER.length]!];
    this.held(this.day(-26 + turn), [matter(2), matter(3)], { silent: false, plots });
    this.planned(this.day(8), [matter(4)], turn % 2 === 0);
  }

  private day(days: number): Date {
    return officeHour(this.set.calendar, this.set.until, days, 90);
  }

  /** A meeting with everything that follows from it. */
  private held(start: Date, matters: readonly Matter[], then: { silent: boolean; plots: readonly Plot[] }): void {
    const at = (days: number, minutes = 0) => new Date(start.getTime() + days * DAY + minutes * MINUTE);
    this.stage.cue(at(PLANNED), async () => {
      const id = await this.convene(start);
      this.stage.cue(at(PROPOSED), () => this.propose(id, matters));
      this.stage.cue(at(LOCKED), () => this.does(this.convener, 'jointMeetingLockAgenda', id));
      this.stage.cue(at(0), () => this.sit(id, matters, (n) => this.follow(then.plots[n] ?? [], at)));
      this.stage.cue(at(1), () => this.send(id));
      this.stage.cue(at(2), () => this.sign(id, then.silent));
    });
  }

  /** A meeting that lies ahead: noticed, or still taking topics. */
  private planned(start: Date, matters: readonly Matter[], noticed: boolean): void {
    this.stage.cue(this.day(-6), async () => {
      const id = await this.convene(start);
      this.stage.cue(this.day(-4), () => this.propose(id, matters));
      if (noticed) this.stage.cue(this.day(-2), () => this.does(this.convener, 'jointMeetingLockAgenda', id));
    });
  }

  private convene(startsAt: Date): Promise<string> {
    const { id: allianceId, divisionCode } = this.alliance;
    const endsAt = new Date(startsAt.getTime() + 120 * MINUTE);
    const plan = {
      allianceId,
      kind: 'REGULAR',
      title: '红色联盟党建联席会议',
      place: '党群服务中心会议室',
      startsAt,
      endsAt,
    };
    const quorumPercent = isStreet(divisionCode) ? 30 : 50;
    return this.stage.does(this.convener, 'jointMeetingCreate', [null, { ...plan, quorumPercent }]);
  }

  private async propose(id: string, matters: readonly Matter[]): Promise<void> {
    for (const [n, { title, about }] of matters.entries())
      await this.does(this.lead(n), 'jointMeetingProposeTopic', id, { title, about, minutes: 20 });
  }

  /** Opens, signs in as many as are needed and one more, decides, adjourns. */
  private async sit(
    id: string,
    matters: readonly Matter[],
    follow: (n: number) => (id: string) => void,
  ): Promise<void> {
    const [quorum] = await this.stage.query<{ needed: number }>('seed-needed', NEEDED, [id]);
    await this.does(this.convener, 'jointMeetingOpen', id);
    for (const unitId of this.alliance.units.slice(0, quorum!.needed + 1)) {
      const presentName = this.people.at('UNIT_LEAD', unitId).name;
      await this.does(this.recorder, 'jointMeetingSignInFor', id, { unitId, presentName });
    }
    const agenda = await this.stage.query<{ id: string; title: string }>('seed-agenda', AGENDA, [id]);
    for (const { id: topicId, title } of agenda) {
      const n = matters.findIndex((matter) => matter.title === title);
      const said = n < 0 ? ['INFORM', '听取了进展情况，请牵头单位抓紧办理。'] : ['RESOLVE', matters[n]!.text];
      await this.does(this.recorder, 'jointMeetingRecordOutcome', id, { topicId, outcome: said[0], text: said[1] });
      if (n >= 0) follow(n)(await this.resolve(id, topicId, n, matters[n]!));
    }
    await this.does(this.convener, 'jointMeetingAdjourn', id, { observers: '居民代表2人' });
  }

  private resolve(meetingId: string, topicId: string, n: number, { text, deliverable }: Matter): Promise<string> {
    const { units } = this.alliance;
    const plan = { meetingId, topicId, text, deliverable, leadUnitId: units[n]!, coUnitIds: [units[2]!] };
    const now = this.stage.clock().getTime();
    const dueOn = new Date(now + (n === 0 ? 45 : 60) * DAY).toISOString().slice(0, 10);
    return this.stage.does(this.recorder, 'resolutionCreate', [null, { ...plan, dueOn }]);
  }

  private send(id: string): Promise<void> {
    return this.does(this.convener, 'jointMeetingSendForCountersign', id, { publicSections: ['opening', 'closing'] });
  }

  /** The heads of those that came sign; one forgets, where silence is to count. */
  private async sign(id: string, silent: boolean): Promise<void> {
    const text =
      'SELECT unit_id AS "unitId" FROM meeting_attendee WHERE meeting_id = $1 AND checked_in_at IS NOT NULL ORDER BY 1';
    const came = await this.stage.query<{ unitId: string }>('seed-came', text, [id]);
    for (const { unitId } of silent ? came.slice(1) : came)
      await this.does(this.people.at('UNIT_LEAD', unitId), 'jointMeetingCountersign', id);
  }

  /** What becomes of a resolution. */
  private follow(plot: Plot, at: (days: number, minutes?: number) => Date): (id: string) => void {
    return (id) => {
      let stands = true;
      for (const [action, day] of plot)
        this.stage.cue(at(day, 30), async () => {
          if (!stands) return;
          stands = false;
          const by = await this.whoDoes(action, id);
          await this.does(by, `resolution${action.charAt(0).toUpperCase()}${action.slice(1)}`, id, FORMS[action]);
          stands = true;
        });
    };
  }

  private async whoDoes(action: keyof typeof FORMS, id: string): Promise<Figure> {
    if (action === 'cancel') return this.street;
    if (action === 'clear') return this.convener;
    if (action === 'pass') return this.recorder;
    const text = 'SELECT lead_unit_id AS unit FROM resolution WHERE id = $1';
    const [row] = await this.stage.query<{ unit: string }>('seed-lead', text, [id]);
    return this.people.at('UNIT_LEAD', row!.unit);
  }

  private lead(n: number): Figure {
    return this.people.at('UNIT_LEAD', this.alliance.units[n % this.alliance.units.length]!);
  }

  private async does(by: Figure, name: string, id: string, input: object = {}): Promise<void> {
    await this.stage.does(by, name, [id, input]);
  }
}
