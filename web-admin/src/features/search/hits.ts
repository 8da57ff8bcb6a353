import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { linkOf } from '../../shell/features.ts';
import { SearchHitsDocument, type SearchHitsQuery, type SearchNoun } from './gql/graphql.ts';
import { NOUNS } from './search.texts.ts';

export type Hit = SearchHitsQuery['search'][number];

export interface HitGroup {
  readonly noun: SearchNoun;
  readonly label: string;
  readonly hits: readonly Hit[];
}

export const isLongEnough = (text: string): boolean => [...text.trim()].length >= 2;

/** The address of all hits for some words. */
export const resultsOf = (text: string, among?: SearchNoun): string =>
  `/search?${new URLSearchParams({ text: text.trim(), ...(among && { among }) }).toString()}`;

/** Where a hit is opened: on its own page, or among the others of its kind where it has none. */
export const addressOf = ({ noun, id, title }: Hit): string => linkOf(noun, id) ?? resultsOf(title, noun);

const PAUSE_MS = 200;

/** What is typed in, once the typing pauses. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setPaused(text), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  return useDeferredValue(paused);
}

interface Wanted {
  readonly among?: SearchNoun | undefined;
  readonly first: number;
}

/** Looks for words. While the next hits are on their way, the last ones stay. */
export function useHits(typed: string, { among, first }: Wanted) {
  const text = usePaused(typed.trim());
  const skip = !isLongEnough(text);
  const query = useQuery(SearchHitsDocument, {
    variables: { text, first, ...(among && { among }) },
    skip,
    fetchPolicy: 'network-only',
  });
  const data = skip ? undefined : (query.data ?? query.previousData);
  const groups = useMemo(() => groupsOf(data?.search ?? []), [data]);
  const settled = !skip && !query.loading && text === typed.trim();
  return { groups, settled, error: query.error, refetch: () => void query.refetch() };
}

function groupsOf(hits: readonly Hit[]): readonly HitGroup[] {
  return (Object.keys(NOUNS) as SearchNoun[])
    .map((noun) => ({ noun, label: NOUNS[noun], hits: hits.filter((hit) => hit.noun === noun) }))
    .filter((group) => group.hits.length > 0);
}
