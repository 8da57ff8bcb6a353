import { useCallback, useEffect, useRef } from 'react';
import { readAnew } from '../actions/use-sending.ts';

/** Figures over everything are not counted again with every step that somebody takes. */
const PAUSE_MS = 15_000;

/** What to call when something happened: what is shown is read again, once in a while at most. */
export function useReadLater(): () => void {
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return useCallback(() => {
    timer.current ??= window.setTimeout(() => {
      timer.current = undefined;
      void readAnew();
    }, PAUSE_MS);
  }, []);
}
