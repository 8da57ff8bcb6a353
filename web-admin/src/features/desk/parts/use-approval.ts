import { useMemo } from 'react';
import { useQuery } from '@apollo/client/react';
import { useDraft } from '../../../shell/use-draft.ts';
import { useCall } from '../../../actions/use-call.ts';
import {
  DeskApproveDocument,
  DeskProspectDocument,
  type DeskProspectQuery,
  type OrderAudience,
  type OrderNeedKind,
  type OrderUrgency,
} from '../gql/graphql.ts';
import type { DeskOrder } from './merging.ts';

export interface Approval {
  readonly urgency: OrderUrgency;
  readonly needKind: OrderNeedKind | null;
  readonly category: string;
  readonly audience: OrderAudience;
  readonly units: readonly string[];
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly finishBy: string | null;
  readonly remark: string;
}

const DAY_MS = 86_400_000;
/** A fixed day lasts to its end. */
export const endOfDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00+08:00`) + DAY_MS).toISOString();

const startOf = (order: DeskOrder): Approval => ({
  ...{ urgency: order.urgency, needKind: order.needKind ?? null, category: order.category.code },
  ...{ audience: 'ALL', units: [], title: '', finishBy: null, remark: '' },
});

/** What the reviewer settles on, what that would set going, and the sending of it. */
export function useApproval(order: DeskOrder, onDone: () => void) {
  const [value, keep, forget] = useDraft<Approval>(`desk.approve.${order.id}`, startOf(order));
  const prospect = useProspect(order, value);
  const { call, busy, refused } = useCall(DeskApproveDocument);
  const send = async () => {
    const { needKind, title, remark, finishBy, ...rest } = value;
    const refusals = await call({
      input: {
        ...{ ...rest, units: value.audience === 'CHOSEN' ? [...value.units] : [], needKind: needKind! },
        ...(title.trim() && { title: title.trim() }),
        ...(remark.trim() && { remark: remark.trim() }),
        ...(finishBy && { finishBy: endOfDay(finishBy) }),
        ...{ orderId: order.id, expectedVersion: order.version },
      },
    });
    if (refusals.length > 0) return;
    forget();
    onDone();
  };
  return { value, change: (part: Partial<Approval>) => keep({ ...value, ...part }), prospect, send, busy, refused };
}

interface Reached {
  readonly count: number;
  readonly names: readonly string[];
}
const NOBODY: Reached = { count: 0, names: [] };

function useProspect(order: DeskOrder, { category, units }: Approval) {
  const { data, previousData } = useQuery(DeskProspectDocument, {
    variables: { id: order.id, category },
    fetchPolicy: 'cache-and-network',
  });
  const known = data ?? previousData;
  return useMemo(() => ({ known: known !== undefined, ...reachedBy(known ?? NOTHING, units) }), [known, units]);
}

type Known = Partial<Pick<DeskProspectQuery, 'all' | 'capable' | 'orderProspect'>>;
const NOTHING: Known = {};

/** Whom each audience reaches. */
function reachedBy({ all, capable, orderProspect }: Known, units: readonly string[]) {
  const members = all?.members ?? [];
  const names = members.filter(({ unitId }) => units.includes(unitId)).map(({ name }) => name);
  const reached: Readonly<Record<OrderAudience, Reached>> = {
    ALL: all ?? NOBODY,
    CAPABLE: capable ?? NOBODY,
    CHOSEN: { count: names.length, names },
  };
  return { members, reached, prospect: orderProspect ?? null };
}
