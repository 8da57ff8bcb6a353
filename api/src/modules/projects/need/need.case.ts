import { defineCase, type DutyLimit } from '../../../platform/process/case.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { verbsOf } from '../../../platform/process/verb.ts';
import { placesOf } from '../../divisions/index.ts';
import { unitNameOf } from '../../units/index.ts';
import { areaLinksOf, type AreaLinks } from '../standing.ts';
import { needNotices } from './need.notices.ts';
import { isVisible, relationsOf } from './need.policy.ts';
import { needProcess } from './need.process.ts';
import { NeedSchema, type NeedRow } from './need.row.ts';
import { Need, needById } from './need.shape.ts';

const AFTERWARDS = { unit: 'workdays', count: 5 } as const;

/** Whether it was fulfilled is said some days after the booking is over; an order and a project have clocks of their own. */
function fulfilLimit({ matchedUntil }: NeedRow, { calendar, now }: Transaction): DutyLimit {
  if (!matchedUntil) return 'NONE';
  return calendar.due(matchedUntil > now ? matchedUntil : now, AFTERWARDS).due;
}

function limitOf(action: string, row: NeedRow, transaction: Transaction): DutyLimit | null {
  if (action === 'review') return row.sentBackAt ? 'NONE' : null;
  return action === 'fulfil' ? fulfilLimit(row, transaction) : null;
}

export const needCase = defineCase<NeedRow, AreaLinks>({
  process: needProcess,
  row: NeedSchema,
  type: () => Need.type,
  shown: needById,
  policy: {
    links: ({ id }, viewer, transaction) => areaLinksOf('need', id, viewer, transaction),
    relations: relationsOf,
    visible: isVisible,
    seesFile: () => false,
  },
  places: (row) => placesOf(row.communityCode ?? row.streetCode),
  concerned: ({ unitId, giverUnitId, collectorId }) => ({
    unitIds: [unitId, giverUnitId].filter((id) => typeof id === 'string'),
    personIds: [collectorId],
  }),
  limit: (action, row, transaction) => Promise.resolve(limitOf(action, row, transaction)),
  holder: (row, transaction) => (row.giverUnitId ? unitNameOf(transaction, row.giverUnitId) : Promise.resolve(null)),
  notices: needNotices,
  // A need that only insiders may read is told to them alone, and to the unit that helps.
  headline: ({ title }) => `需求“${title}”`,
});

export const { verb: needVerb, opens: needOpens } = verbsOf(needCase, needProcess);
