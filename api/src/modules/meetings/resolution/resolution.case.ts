import { endOfDay } from '../../../kernel/calendar.ts';
import { unitOf, type Viewer } from '../../../kernel/viewer.ts';
import { defineCase, type DutyLimit } from '../../../platform/process/case.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { verbsOf } from '../../../platform/process/verb.ts';
import { unitNameOf } from '../../units/index.ts';
import { resolutionNotices } from './resolution.notices.ts';
import { isVisible, NO_LINKS, relationsOf, seesFile, type ResolutionLinks } from './resolution.policy.ts';
import { resolutionProcess } from './resolution.process.ts';
import { ResolutionSchema, type ResolutionRow } from './resolution.row.ts';
import { Resolution, resolutionById } from './resolution.shape.ts';

const LINKS = `
  SELECT coalesce($2::uuid = ANY (r.co_unit_ids), false) AS "coUnit",
    EXISTS (SELECT FROM alliance_member am WHERE am.alliance_id = r.alliance_id AND am.unit_id = $2 AND am.term @> $3::timestamptz) AS member,
    EXISTS (SELECT FROM division d WHERE d.code = $4::text AND d.path @> ARRAY[r.street_code]) AS within
  FROM resolution r WHERE r.id = $1`;

async function linksOf(
  { id }: { readonly id: string },
  viewer: Viewer,
  transaction: Transaction,
): Promise<ResolutionLinks> {
  const values = [id, unitOf(viewer), transaction.now, viewer.post?.scope ?? null];
  const [links] = await transaction.rows<ResolutionLinks>('resolution-links', LINKS, values);
  return links ?? NO_LINKS;
}

const MONTH = 30 * 86_400_000;

/** The last moment of the day that the meeting fixed; and duties that are not there now. */
function limitOf(action: string, row: ResolutionRow, { now }: Transaction): DutyLimit | null {
  const end = row.dueOn ? endOfDay(row.dueOn) : null;
  switch (action) {
    case 'finish':
      return end;
    case 'markOverdue':
      return row.overdueAt ? 'NONE' : end;
    case 'report':
      // Work that is done within a month needs no report in between.
      return end && end.getTime() <= now.getTime() + MONTH ? 'NONE' : null;
    case 'grantExtend':
      return row.extendTo ? null : 'NONE';
    default:
      return null;
  }
}

const HEADLINE = 40;
const shortened = (text: string): string => {
  const letters = [...text];
  return letters.length > HEADLINE ? `${letters.slice(0, HEADLINE).join('')}…` : text;
};

export const resolutionCase = defineCase<ResolutionRow, ResolutionLinks>({
  process: resolutionProcess,
  row: ResolutionSchema,
  type: () => Resolution.type,
  shown: resolutionById,
  policy: { links: linksOf, relations: relationsOf, visible: isVisible, seesFile },
  places: ({ districtCode, streetCode, communityCode }) => ({
    ...{ district: districtCode, street: streetCode, community: communityCode ?? null, grid: null },
  }),
  concerned: (row) => ({ unitIds: [...(row.leadUnitId ? [row.leadUnitId] : []), ...row.coUnitIds], personIds: [] }),
  limit: (action, row, transaction) => Promise.resolve(limitOf(action, row, transaction)),
  holder: (row, transaction) => (row.leadUnitId ? unitNameOf(transaction, row.leadUnitId) : Promise.resolve(null)),
  notices: resolutionNotices,
  headline: ({ text }) => `议定事项：${shortened(text)}`,
});

export const { verb: resolutionVerb, opens: resolutionOpens } = verbsOf(resolutionCase, resolutionProcess);
