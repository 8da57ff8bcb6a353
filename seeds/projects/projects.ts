import { dayOf } from '../../api/src/kernel/calendar.ts';
import { searchForm } from '../../api/src/kernel/text.ts';
import { placesOf } from '../../api/src/modules/divisions/index.ts';
import { projectCase } from '../../api/src/modules/projects/project/project.case.ts';
import { goOn } from '../../api/src/modules/projects/project/project.pausing.ts';
import type { ProjectRow } from '../../api/src/modules/projects/project/project.row.ts';
import type { ProjectState } from '../../api/src/modules/projects/index.ts';
import { isStreet, type Setting } from '../alliance/setting.ts';
import { Chronicle, type Act } from '../chronicle.ts';
import type { Figure } from '../people.seed.ts';
import type { Sql } from '../sql.ts';
import { Satellites, type Series } from './kept.ts';
import type { Office } from './people.ts';
import { REASONS, type Template } from './templates.ts';

/** A project and what shall become of it. */
export interface Planned {
  readonly template: Template;
  readonly code: string;
  readonly office: Office;
  readonly lead: Figure;
  readonly liaison: Figure;
  readonly resident: Figure | null;
  readonly ends: ProjectState | 'RELAPSED';
  readonly needId: string;
  readonly id: string;
  readonly dueOn: string;
  /** Moments in office hours, so many days after it was proposed. */
  readonly day: (days: number) => Date;
}

/** Days after the proposal on which each step is taken. */
export const CLAIM = 8;
export const CLEAR = 68;
const STEPS = {
  agree: 4,
  claim: CLAIM,
  start: 11,
  report: 33,
  deliver: 50,
  appraise: 52,
  rate: 56,
  clear: CLEAR,
} as const;

const WAY: readonly ProjectState[] = [
  'PROPOSED',
  'AGREED',
  'CLAIMED',
  'EXECUTING',
  'DELIVERED',
  'APPRAISED',
  'CLEARED',
];

/** Lets projects happen, and keeps what hangs on them. */
export class Projects {
  private readonly chronicle;
  private readonly kept: Satellites;

  constructor(
    private readonly setting: Setting,
    series: Series,
  ) {
    const { calendar, random, until } = setting;
    this.chronicle = new Chronicle({ of: projectCase, calendar, random, until });
    this.kept = new Satellites(setting, series);
  }

  async tell(planned: Planned): Promise<void> {
    const { office, template, needId, day } = planned;
    const at = day(0);
    const opened = { at, by: office.worker, effect: { data: { text: template.project.title, needs: [needId] } } };
    const byClock = { resumeDue: goOn };
    const acts = this.actsOf(planned).filter((act) => act.at <= this.setting.until);
    const row = await this.chronicle.tell({ row: this.rowOf(planned), opened, acts, byClock });
    this.kept.hang(planned, row, acts);
  }

  async write(sql: Sql): Promise<void> {
    await this.chronicle.write(sql);
    await this.kept.write(sql);
  }

  private rowOf({ id, template, code, office, dueOn, day }: Planned) {
    const { district, street, community } = placesOf(code);
    const { title, goal, measures } = template.project;
    return {
      ...{ id, round: 1, title, goal, measures, dueOn, beneficiaries: template.served + 10, districtCode: district! },
      ...{
        streetCode: street!,
        communityCode: isStreet(code) ? null : community,
        search: searchForm(`${title} ${goal}`),
      },
      ...{ proposerId: office.worker.id, proposerUnitId: null, resolutionId: null, unitId: null, responsibleId: null },
      ...{ claimedAt: null, pausedUntil: null, extendCount: 0, reworkCount: 0, result: null, served: null },
      ...{ executorId: null, checkerId: null, checkerUnitIds: [], deliveredAt: null, appraisedAt: null, serial: null },
      ...{ clearedAt: null, createdAt: day(0) },
    };
  }

  private actsOf(planned: Planned): readonly Act<ProjectRow>[] {
    const { ends, day, office } = planned;
    const { head, committee } = office;
    const far = ends === 'PAUSED' || ends === 'ABORTED' ? 'EXECUTING' : ends === 'RELAPSED' ? 'CLEARED' : ends;
    const way = this.way(planned).filter(({ until }) => WAY.indexOf(until) <= WAY.indexOf(far));
    const acts = way.map(({ act }) => act);
    if (ends === 'ABORTED') acts.push({ action: 'abort', at: day(40), by: committee, effect: { reason: REASONS.aborted } }); // prettier-ignore
    if (ends === 'PAUSED') {
      const pausedUntil = dayOf(day(95));
      acts.push({ action: 'pause', at: day(35), by: head, effect: { reason: REASONS.paused }, change: (row) => void (row.pausedUntil = pausedUntil) }); // prettier-ignore
    }
    if (ends === 'RELAPSED')
      acts.push({
        ...{ action: 'reopen', at: day(CLEAR + 20), by: office.worker, effect: { reason: REASONS.relapse } },
        change: (row) =>
          void Object.assign(row, {
            ...{ round: 2, clearedAt: null, dueOn: dayOf(day(CLEAR + 80)), executorId: null, checkerId: null },
            ...{ deliveredAt: null, appraisedAt: null },
          }),
      });
    return acts;
  }

  /** The way up to closing off; each act with the state to which it belongs. */
  private way(planned: Planned): readonly { readonly until: ProjectState; readonly act: Act<ProjectRow> }[] {
    const { day, office, lead, liaison, template, resident } = planned;
    const { worker, head } = office;
    const member = { member: true, local: true };
    const of = (until: ProjectState, action: string, by: Figure, more: Partial<Act<ProjectRow>> = {}) => {
      const at = day(STEPS[action as keyof typeof STEPS]);
      return { until, act: { action, at, by, links: member, ...more } };
    };
    const { result, served } = template;
    return [
      of('AGREED', 'agree', head),
      of('CLAIMED', 'claim', lead, {
        change: (row, claimedAt) => void Object.assign(row, { unitId: lead.scope, responsibleId: lead.id, claimedAt }),
      }),
      of('EXECUTING', 'start', liaison),
      of('EXECUTING', 'report', liaison, {
        effect: { data: { text: `${template.project.steps[0]}，其余按计划推进。` } },
      }),
      of('DELIVERED', 'deliver', liaison, {
        effect: { data: { text: result, served, photos: 1 } },
        change: (row, at) => void Object.assign(row, { result, served, executorId: liaison.id, deliveredAt: at }),
      }),
      of('APPRAISED', 'appraise', worker, {
        effect: { data: { text: '现场查看，与填报情况一致。', photos: 0 } },
        change: (row, at) => void Object.assign(row, { checkerId: worker.id, appraisedAt: at }),
      }),
      ...(resident
        ? [of('APPRAISED', 'rate', resident, { effect: { data: { satisfied: true, text: '办得好' } } })]
        : []),
      of('CLEARED', 'clear', worker, {
        effect: { data: { publicNotice: true } },
        change: (row, at) => void Object.assign(row, { serial: this.kept.serialFor(row, at), clearedAt: at }),
      }),
    ];
  }
}
