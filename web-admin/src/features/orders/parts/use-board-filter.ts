import { useMemo } from 'react';
import { present } from '../../../parts/present.ts';
import { useAddress } from '../../../parts/use-address.ts';
import type { Light, OrderBucket, OrderFilter, OrderUrgency } from '../gql/graphql.ts';

const NAMES = ['place', 'category', 'light', 'urgency', 'search', 'bucket'] as const;
export type FilterName = (typeof NAMES)[number];

type Given = Readonly<Partial<Record<FilterName, string>>>;

/** A word of one letter is not searched for yet. */
const wordsIn = (search = '') => [...search.trim()].length >= 2 && search.trim();

/** What stands in the address, as the server takes it. */
function filterOf({ place, category, light, urgency, search, bucket }: Given): OrderFilter {
  return present({
    ...{ division: place, category, search: wordsIn(search) },
    light: light as Light | undefined,
    urgency: urgency as OrderUrgency | undefined,
    bucket: bucket as OrderBucket | undefined,
  });
}

/** The filters of the board, and what they mean. */
export function useBoardFilter() {
  const { given, choose, clear } = useAddress(NAMES);
  const filter = useMemo(() => filterOf(given), [given]);
  return { given, filter, choose, clear };
}
