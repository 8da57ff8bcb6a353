import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Light, OrderBucket, OrderFilter, OrderUrgency } from '../gql/graphql.ts';

const NAMES = ['place', 'category', 'light', 'urgency', 'search', 'bucket'] as const;
export type FilterName = (typeof NAMES)[number];

type Given = Readonly<Partial<Record<FilterName, string>>>;

/** What stands in the address, as the server takes it. A word of one letter is not searched for yet. */
export function filterOf({ place, category, light, urgency, search, bucket }: Given): OrderFilter {
  const words = search?.trim() ?? '';
  return {
    ...(place && { division: place }),
    ...(category && { category }),
    ...(light && { light: light as Light }),
    ...(urgency && { urgency: urgency as OrderUrgency }),
    ...([...words].length >= 2 && { search: words }),
    ...(bucket && { bucket: bucket as OrderBucket }),
  };
}

/** The filters of a list, kept in the address: it can be sent to somebody, and Back leads back. */
export function useBoardFilter() {
  const [params, setParams] = useSearchParams();
  const given = Object.fromEntries(NAMES.flatMap((name) => (params.get(name) ? [[name, params.get(name)!]] : [])));
  const key = JSON.stringify(given);
  const filter = useMemo(() => filterOf(JSON.parse(key) as Given), [key]);
  const choose = (name: string, value: string | undefined) =>
    setParams(
      (was) => {
        const next = new URLSearchParams(was);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const clear = () => setParams((was) => new URLSearchParams([...was].filter(([name]) => name === 'view')));
  return { given: given as Given, filter, choose, clear, view: params.get('view') };
}
