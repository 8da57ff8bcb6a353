import type { Loading } from '../../platform/graphql/context.ts';
import type { CaseEventRow } from './timeline.type.ts';

const LAST_EVENTS = `
  SELECT e.* FROM unnest($1::uuid[]) AS subject (id) CROSS JOIN LATERAL (
    SELECT id, noun, subject_id AS "subjectId", action, from_state AS "from", to_state AS "to", at, person_id AS "personId", role,
      unit_id AS "unitId", reason, data, clocks
    FROM event WHERE subject_id = subject.id AND action <> ALL ($3::text[])
    ORDER BY id DESC LIMIT $2) e`;

/** Acts that are no part of the story of a case. */
const SILENT = ['follow', 'unfollow', 'deadlineNear'];

const bySize = new Map<number, Loading<string, readonly CaseEventRow[]>>();

/** The last `first` events of many cases, newest first, in one statement. */
export function lastEvents(first: number): Loading<string, readonly CaseEventRow[]> {
  const known = bySize.get(first);
  if (known) return known;
  const loading: Loading<string, readonly CaseEventRow[]> = async (ids, { house }) => {
    const rows = await house.database.query<CaseEventRow>('last-events', LAST_EVENTS, [ids, first, SILENT]);
    const bySubject = Map.groupBy(rows, (row) => row.subjectId);
    return ids.map((id) => bySubject.get(id) ?? []);
  };
  bySize.set(first, loading);
  return loading;
}
