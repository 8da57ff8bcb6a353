import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Around, Found, Lookup } from '../lookups/lookup.ts';

const PAUSE_MS = 250;

type State = 'idle' | 'busy' | 'failed';

/** Looks for what is typed in, the last word counting, and for the names of what is chosen. */
export function useLookup(lookup: Lookup, around: Around, chosen: readonly string[]) {
  const [found, setFound] = useState<readonly Found[]>([]);
  const [known, setKnown] = useState<ReadonlyMap<string, Found>>(new Map());
  const [state, setState] = useState<State>('idle');
  const turn = useRef(0);
  const learn = useCallback(
    (items: readonly Found[]) =>
      setKnown((was) => new Map([...was, ...items.map((item) => [item.value, item] as const)])),
    [],
  );
  const { beside, noun, subjectId, mutation, place } = around;
  const find = useCallback(
    async (text: string) => {
      const mine = (turn.current += 1);
      setState('busy');
      try {
        const items = await lookup.find(text, { beside, noun, subjectId, mutation, place });
        if (mine !== turn.current) return;
        setFound(items);
        learn(items);
        setState('idle');
      } catch {
        if (mine === turn.current) setState('failed');
      }
    },
    [lookup, learn, beside, noun, subjectId, mutation, place],
  );
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const type = useCallback(
    (text: string) => {
      clearTimeout(timer.current);
      if (!lookup.whole) timer.current = setTimeout(() => void find(text), PAUSE_MS);
    },
    [find, lookup.whole],
  );
  useNames({ lookup, around, chosen, known, learn });
  const options = useMemo(() => {
    const offered = new Set(found.map(({ value }) => value));
    return [...found, ...chosen.filter((id) => !offered.has(id)).flatMap((id) => known.get(id) ?? [])];
  }, [found, chosen, known]);
  return { options, state, find: () => void find(''), type, known };
}

interface Names {
  readonly lookup: Lookup;
  readonly around: Around;
  readonly chosen: readonly string[];
  readonly known: ReadonlyMap<string, Found>;
  readonly learn: (items: readonly Found[]) => void;
}

/** Learns how what is chosen already is called: it came with the page, or was kept from an earlier try. */
function useNames({ lookup, around, chosen, known, learn }: Names): void {
  const unknown = chosen.filter((id) => !known.has(id)).join(' ');
  useEffect(() => {
    if (unknown === '') return;
    const ids = unknown.split(' ');
    const names = lookup.named ? lookup.named(ids, around) : lookup.find('', around);
    names.then(learn, () => undefined);
  }, [unknown, lookup]);
}
