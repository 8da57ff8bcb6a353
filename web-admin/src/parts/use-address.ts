import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** What is chosen on a page by name, kept in the address: it can be sent to somebody, and Back leads back. */
export function useAddress<N extends string>(names: readonly N[]) {
  const [params, setParams] = useSearchParams();
  const key = JSON.stringify(names.map((name) => params.get(name)));
  const given = useMemo(() => {
    const values = JSON.parse(key) as readonly (string | null)[];
    return Object.fromEntries(names.flatMap((name, index) => (values[index] ? [[name, values[index]]] : [])));
  }, [key, names]) as Readonly<Partial<Record<N, string>>>;
  const choose = useCallback(
    (name: N, value: string | null | undefined) =>
      setParams(
        (was) => {
          const next = new URLSearchParams(was);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  const clear = useCallback(() => setParams(new URLSearchParams(), { replace: true }), [setParams]);
  return { given, choose, clear };
}
