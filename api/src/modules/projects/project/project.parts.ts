import { unitOf, type Viewer } from '../../../kernel/viewer.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { projectReasons } from './project.reasons.ts';

/** What of the lists a project brings together. */
export interface Parts {
  readonly needs: readonly string[];
  readonly offers: readonly string[];
}

interface Project {
  readonly id: string;
  readonly streetCode: string;
}

interface Found {
  readonly open: number;
  readonly near: number;
  readonly offers: number;
}

// A unit names no need that is kept from it.
const FIND = `
  SELECT count(*) FILTER (WHERE d.state IN ('PUBLISHED', 'UNMET', 'MATCHED'))::int AS open,
    count(*) FILTER (WHERE d.street_code = $3)::int AS near,
    (SELECT count(*)::int FROM resource_offer o WHERE o.id = ANY ($2::uuid[]) AND o.street_code = $3 AND o.state IN ('AVAILABLE', 'PAUSED')) AS offers
  FROM need d WHERE d.id = ANY ($1::uuid[]) AND ($4::uuid IS NULL OR d.privacy <> 'INSIDERS' OR d.unit_id = $4)`;

const WRITE = `
  WITH gone AS (DELETE FROM project_need WHERE project_id = $1 AND NOT need_id = ANY ($2::uuid[])),
    unused AS (DELETE FROM project_offer WHERE project_id = $1 AND NOT offer_id = ANY ($3::uuid[])),
    asked AS (INSERT INTO project_need (project_id, need_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING)
  INSERT INTO project_offer (project_id, offer_id) SELECT $1, unnest($3::uuid[]) ON CONFLICT DO NOTHING`;

/** Refuses parts that are on no list of the street, or kept from the viewer. */
export async function refuseParts(
  { needs, offers }: Parts,
  { streetCode }: Pick<Project, 'streetCode'>,
  viewer: Viewer,
  { rows }: Transaction,
): Promise<void> {
  if (needs.length + offers.length === 0) return;
  const values = [needs, offers, streetCode, unitOf(viewer)];
  const [found] = await rows<Found>('parts-of-project', FIND, values);
  if (found!.open < needs.length) projectReasons.refuse('PROJECT_NEED_UNKNOWN', { path: ['input', 'needs'] });
  if (found!.near < needs.length) projectReasons.refuse('PROJECT_NEED_ELSEWHERE', { path: ['input', 'needs'] });
  if (found!.offers < offers.length) projectReasons.refuse('PROJECT_OFFER_UNKNOWN', { path: ['input', 'offers'] });
}

/** Keeps them in the place of those that were there. */
export function keepParts({ id }: Pick<Project, 'id'>, { needs, offers }: Parts, { later }: Transaction): void {
  later({ name: 'keep-parts-of-project', text: WRITE, values: [id, needs, offers] });
}
