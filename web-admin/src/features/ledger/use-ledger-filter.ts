import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { present } from '../../parts/present.ts';
import type { Light, OrderFilter, OrderSort, OrderState, OrderUrgency } from './gql/graphql.ts';
import { SORTS, STATES } from './ledger.texts.ts';

const NAMES = ['street', 'community', 'category', 'unit', 'light', 'urgency', 'from', 'to', 'search'] as const;
export type FilterName = (typeof NAMES)[number];

export interface Given extends Readonly<Partial<Record<FilterName, string>>> {
  readonly states: readonly OrderState[];
  readonly sort: OrderSort;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;
/** 00:00 in Shanghai of a day, or of the day after it. */
const startOf = (day: string, after = 0) =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + after * DAY_MS).toISOString();
const isDay = (text: string | undefined): text is string =>
  text !== undefined && DAY.test(text) && !Number.isNaN(Date.parse(text));

function readGiven(params: URLSearchParams): Given {
  const named = NAMES.flatMap((name) => (params.get(name) ? [[name, params.get(name)!] as const] : []));
  const states = params.getAll('states').filter((state): state is OrderState => state in STATES);
  const sort = params.get('sort') ?? '';
  return { ...Object.fromEntries(named), states, sort: sort in SORTS ? (sort as OrderSort) : 'NEWEST' };
}

const wordsIn = (search = '') => [...search.trim()].length >= 2 && search.trim();

/** What stands in the address, as the server takes it. A word of one letter is not searched for yet. */
function filterOf({ states, street, community, category, unit, light, urgency, from, to, search }: Given): OrderFilter {
  return present({
    ...{ category, unit, light: light as Light | undefined, urgency: urgency as OrderUrgency | undefined },
    division: community ?? street,
    states: states.length > 0 && [...states],
    submittedFrom: isDay(from) && startOf(from),
    submittedBefore: isDay(to) && startOf(to, 1),
    search: wordsIn(search),
  });
}

/** The address of the workbook with exactly the same orders in the same order. */
function exportPathOf(filter: OrderFilter, sort: OrderSort): string {
  const params = new URLSearchParams({ sort });
  for (const [name, value] of Object.entries(filter))
    for (const one of [value].flat()) params.append(name, String(one));
  return `/exports/orders.xlsx?${params.toString()}`;
}

/** The filters of the ledger, kept in the address: it can be sent to somebody, and Back leads back. */
export function useLedgerFilter() {
  const [params, setParams] = useSearchParams();
  const key = params.toString();
  const { given, filter } = useMemo(() => {
    const read = readGiven(new URLSearchParams(key));
    return { given: read, filter: filterOf(read) };
  }, [key]);
  /** Sets some, takes away those that are empty. */
  const choose = (changes: Readonly<Record<string, string | readonly string[] | null | undefined>>) =>
    setParams(
      (was) => {
        const next = new URLSearchParams(was);
        for (const [name, value] of Object.entries(changes)) {
          next.delete(name);
          for (const one of [value ?? []].flat()) if (one !== '') next.append(name, one);
        }
        return next;
      },
      { replace: true },
    );
  const isFiltered = Object.keys(filter).length > 0;
  const clear = () => setParams(given.sort === 'NEWEST' ? {} : { sort: given.sort });
  return { given, filter, choose, clear, isFiltered, exportPath: exportPathOf(filter, given.sort) };
}

export type Filtering = ReturnType<typeof useLedgerFilter>;
