import type { NeedState } from '../../api/src/modules/projects/index.ts';
import { needCase } from '../../api/src/modules/projects/need/need.case.ts';
import type { NeedRow } from '../../api/src/modules/projects/need/need.row.ts';
import { searchForm } from '../../api/src/kernel/text.ts';
import { placesOf } from '../../api/src/modules/divisions/index.ts';
import { isStreet, type Setting } from '../alliance/setting.ts';
import { Chronicle, type Act } from '../chronicle.ts';
import { pick, uuidOf } from '../random.ts';
import { insertRows, type TableRow } from '../rows.ts';
import type { Sql } from '../sql.ts';
import type { Office } from './people.ts';
import { REASONS, type Template } from './templates.ts';

/** What becomes of a need because of something else. */
export interface Answered {
  readonly at: Date;
  readonly action: 'takeUp' | 'letGo' | 'settle' | 'acceptMatch' | 'fulfil';
  readonly unitId: string;
  readonly projectId?: string;
  readonly booking?: { readonly id: string; readonly offerId: string; readonly until: Date };
}

export interface Wanted {
  readonly template: Template;
  readonly code: string;
  readonly office: Office;
  readonly at: Date;
  /** Moments in office hours, so many days after it was taken down. */
  readonly day: (days: number) => Date;
  readonly answered?: readonly Answered[];
  /** How it ends where nothing answers it. */
  readonly ends?: NeedState | 'SENT_BACK';
}

/** Lets needs happen, and keeps what was accepted for them. */
export class Needs {
  private readonly chronicle;
  private readonly matches: TableRow[] = [];

  constructor(private readonly setting: Setting) {
    const { calendar, random, until } = setting;
    this.chronicle = new Chronicle({ of: needCase, calendar, random, until });
  }

  /** Returns the need. */
  async tell(wanted: Wanted): Promise<string> {
    const { random } = this.setting;
    const id = uuidOf(random, wanted.at);
    const { template, office, at } = wanted;
    const opened = { at, by: office.worker, effect: { data: { kind: template.kind, text: template.title } } };
    const acts = [...this.upToList(wanted), ...(wanted.answered ?? []).map((one) => this.answer(id, wanted, one))];
    await this.chronicle.tell({ row: this.rowOf(id, wanted), opened, acts });
    return id;
  }

  async write(sql: Sql): Promise<void> {
    await this.chronicle.write(sql);
  }

  /** To be written when what they name is there. */
  writeMatches(sql: Sql): Promise<void> {
    return insertRows(sql, 'need_match', this.matches);
  }

  private rowOf(id: string, { template, code, office, at }: Wanted) {
    const { random } = this.setting;
    const { district, street, community } = placesOf(code);
    const { title, about, kind, category, amount, measure } = template;
    return {
      ...{
        id,
        ownerKind: random() < 0.8 ? 'RESIDENTS' : 'COMMUNITY',
        unitId: null,
        kind,
        categoryCode: category,
        title,
      },
      ...{ about, amount, measure, source: pick(random, ['HOME_VISIT', 'FORM', 'DELIBERATION', 'ORDERS']) },
      ...{ urgency: pick(random, ['NORMAL', 'NORMAL', 'SOON', 'URGENT']), wantedFrom: null, wantedUntil: null },
      ...{ privacy: pick(random, ['PUBLIC', 'PUBLIC', 'ALLIANCE', 'ALLIANCE', 'INSIDERS']), districtCode: district! },
      ...{ streetCode: street!, communityCode: isStreet(code) ? null : community },
      ...{ search: searchForm(`${title} ${about}`), collectorId: office.worker.id, reviewerId: null, sentBackAt: null },
      ...{ giverUnitId: null, matchedUntil: null, result: null, publishedAt: null, fulfilledAt: null, createdAt: at },
    };
  }

  private upToList({ office, day, ends }: Wanted): readonly Act<NeedRow>[] {
    const { worker, reviewer, committee } = office;
    if (ends === 'COLLECTED') return [];
    const back: Act<NeedRow> = { action: 'sendBack', at: day(1), by: reviewer, effect: { reason: REASONS.sentBack }, change: (row, now) => void (row.sentBackAt = now) }; // prettier-ignore
    if (ends === 'SENT_BACK') return [back];
    const review: Act<NeedRow> = {
      ...{ action: 'review', at: day(1), by: reviewer },
      change: (row, now) => void Object.assign(row, { reviewerId: reviewer.id, publishedAt: now }),
    };
    if (ends === 'UNMET') return [review, { action: 'declareUnmet', at: day(12), by: committee, effect: { reason: REASONS.unmet } }]; // prettier-ignore
    if (ends === 'WITHDRAWN') return [review, { action: 'withdraw', at: day(5), by: worker, effect: { reason: REASONS.withdrawn } }]; // prettier-ignore
    return [review];
  }

  private answer(id: string, { template, office }: Wanted, { at, action, unitId, projectId, booking }: Answered): Act<NeedRow> {
    const { result } = template;
    const by = projectId === undefined ? office.worker : 'HOUSE';
    if (action === 'takeUp' || action === 'acceptMatch') this.keep({ id, at, unitId, projectId, booking });
    if (action === 'letGo') this.matches.push({ ...this.matches.pop(), ended_at: at });
    const change = {
      takeUp: (row: NeedRow) => void (row.giverUnitId = unitId),
      acceptMatch: (row: NeedRow) => void Object.assign(row, { giverUnitId: unitId, matchedUntil: booking?.until ?? null }),
      letGo: (row: NeedRow) => void (row.giverUnitId = null),
      settle: (row: NeedRow, now: Date) => void Object.assign(row, { result, fulfilledAt: now }),
      fulfil: (row: NeedRow, now: Date) => void Object.assign(row, { result, fulfilledAt: now }),
    }[action];
    return { action, at, by, change, effect: { data: { text: action === 'fulfil' ? result : template.title } } };
  } // prettier-ignore

  private keep({ id, at, unitId, projectId, booking }: Omit<Answered, 'action'> & { readonly id: string }): void {
    const row = {
      id: uuidOf(this.setting.random, at),
      need_id: id,
      unit_id: unitId,
      person_id: null,
      at,
      ended_at: null,
    };
    const none = { offer_id: null, booking_id: null, order_id: null, project_id: null, score: null, facts: [] };
    const score = FITTING.reduce((sum, { points }) => sum + points, 0);
    const answer = booking
      ? { offer_id: booking.offerId, booking_id: booking.id, score, facts: FITTING }
      : { project_id: projectId };
    this.matches.push({ ...row, ...none, ...answer });
  }
}

/** Why an offer was found fitting. */
const FITTING = [
  ...[{ fit: 'KIND', points: 30 }, { fit: 'ANY_CATEGORY', points: 10 }, { fit: 'SAME_COMMUNITY', points: 20 }],
  ...[{ fit: 'ANY_TIME', points: 12 }, { fit: 'NO_RECORD', points: 5 }],
]; // prettier-ignore
