import { v7 } from 'uuid';
import { resolutionProcess } from '../../../api/src/modules/meetings/index.ts';
import { write } from './offers.ts';
import type { RichCast } from './rich-world.ts';

const STATES = Object.keys(resolutionProcess.states);
const day = (days: number, rest = '') => new Date(Date.UTC(2026, 9, 2 + days, 3)).toISOString().replace('Z', `${rest}Z`); // prettier-ignore

interface Topic {
  readonly id: string;
  readonly [column: string]: unknown;
}

const TOPICS = `
  SELECT t.id, t.meeting_id, m.alliance_id, m.district_code, m.street_code, m.community_code FROM meeting_topic t
  JOIN joint_meeting m ON m.id = t.meeting_id ORDER BY t.id`;

/** Resolutions of all meetings that are there, in every state, with what they became and upon what they were closed off. */
export async function resolutions(rich: RichCast): Promise<void> {
  const { world } = rich;
  const { rows: topics } = await world.sql.query<Topic>(TOPICS);
  const { rows: projects } = await world.sql.query<{ id: string }>('SELECT id FROM project ORDER BY id');
  const made = topics.slice(0, 4 * STATES.length).map((topic, n) => resolutionOf(rich, topic, n));
  const became = made.map((one, n) => ({ ...one, project_id: n % 5 ? null : (projects[n % projects.length]?.id ?? null) })); // prettier-ignore
  await write(world, 'resolution', became);
  const closed = made.filter(({ serial }) => serial !== null);
  await write(world, 'closing', closed.flatMap(({ id, serial }, n) => [1, 2].slice(n % 2).map((round) => ({
    ...{ noun: 'resolution', subject_id: id, round, serial, result: '做"好"了', voice: 'HEARD', at: day(n, '123') },
    ...{ evidence: [{ text: '验收', sha256: 'a'.repeat(64) }, { fileId: v7(), sha256: 'b'.repeat(64) }].slice(n % 2) },
    ...{ executor_id: v7(), executor_unit_ids: [v7()], checker_id: v7(), checker_unit_ids: [] },
    ...{ notice_given: n % 2 === 0, no_notice_reason: n % 2 ? '涉及单位内部事务不宜公示' : null, closed_by: null },
  })))); // prettier-ignore
} // prettier-ignore

/** One after the other: a later one can stand in the place of the one before. */
let before: string | null = null;

// eslint-disable-next-line complexity -- many forms of one row, nothing is decided
function resolutionOf({ unitId, extraUnitId, outsideUnitId, everybody, orders }: RichCast, topic: Topic, n: number) {
  const units = [unitId, extraUnitId, outsideUnitId];
  const { id: topicId, ...of } = topic;
  const plain = STATES[n % STATES.length]!;
  const state = plain === 'SUPERSEDED' && before === null ? 'CANCELLED' : plain;
  const id = v7();
  const cleared = state === 'CLEARED';
  const done = ['TO_CHECK', 'TO_CLEAR', 'CLEARED'].includes(state);
  const bare = ['RECORDED', 'DROPPED'].includes(state) && n % 2 === 0;
  const made = {
    ...{ id, state, version: n + 1, entered_at: day(n), due_at: n % 2 ? null : day(40), yellow_at: n % 2 ? null : day(30), created_at: day(n - 30, '456') },
    ...{ ...of, topic_id: topicId, recorder_id: everybody.committee.who.id, ordinal: n + 1, text: `第“${String(n)}”项\n事情\\`, deliverable: bare ? null : '看得见的"成果"' },
    ...{ lead_unit_id: bare ? null : units[n % 3], co_unit_ids: n % 2 ? [units[(n + 1) % 3]] : [], due_on: bare ? null : '2026-12-18' },
    ...{ dispatched_at: day(n), accepted_at: n % 3 ? day(n) : null, confirmed_at: n % 4 ? null : day(n), percent: (n * 7) % 101, reported_at: n % 3 ? day(n) : null },
    ...{ extend_to: n % 4 ? null : '2027-01-15', extend_count: n % 2, rework_count: n % 3, overdue_at: n % 3 ? null : day(n), order_id: n % 3 ? null : orders[n % orders.length] },
    ...{ result: done ? '做好了' : null, evidence_text: done && n % 2 ? '验收单' : null, executor_id: done ? everybody.claiming.who.id : null, finished_at: done ? day(n) : null },
    ...{ checker_id: cleared ? everybody.enterer.who.id : null, checker_unit_ids: [], checked_at: cleared ? day(n) : null, round: 1 + (n % 2) },
    ...{ serial: cleared ? `销-议${String(n)}` : null, cleared_at: cleared ? day(n) : null, circular: cleared ? '已书面"通报"' : null },
    superseded_by: state === 'SUPERSEDED' ? before : null,
  };
  before = id;
  return made;
} // prettier-ignore
