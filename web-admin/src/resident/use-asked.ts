import { useCallback, useEffect, useRef, useState } from 'react';
import { ask, type Document } from './ask.ts';

interface Asked<T> {
  readonly data: T | null;
  readonly fault: string | null;
  readonly again: () => void;
}

const EVERY_MS = 20_000;

/** Asks, and asks again while the page is looked at: now and then, when somebody comes back to it, when the network is back. */
export function useAsked<T, V>(document: Document<T, V>, variables: V, { live = false } = {}): Asked<T> {
  const [data, setData] = useState<T | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const asked = JSON.stringify(variables);
  const turn = useRef(0);
  const again = useCallback(() => {
    const mine = ++turn.current;
    const settle = (change: () => void) => mine === turn.current && change();
    ask(document, JSON.parse(asked) as V).then(
      (answer) => settle(() => (setData(answer), setFault(null))),
      (error: Error) => settle(() => setFault(error.message)),
    );
  }, [document, asked]);
  useEffect(() => {
    setData(null);
    again();
    return () => void turn.current++;
  }, [again]);
  useEffect(() => (live ? whileVisible(again) : undefined), [live, again]);
  return { data, fault, again };
}

function whileVisible(work: () => void): () => void {
  const look = () => void (document.visibilityState === 'visible' && work());
  const timer = setInterval(look, EVERY_MS);
  document.addEventListener('visibilitychange', look);
  addEventListener('online', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    removeEventListener('online', look);
  };
}
