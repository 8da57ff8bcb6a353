import { useSyncExternalStore } from 'react';
import type { Subject, Values } from './form.ts';

/** What a page wants done. */
export interface ActionRequest {
  /** Such as `orderClaim`. */
  readonly mutation: string;
  /** The case that is acted upon; none for what begins something. */
  readonly subject?: Subject;
  /** What the page has chosen, in words: stands above the form; what was typed in for something else stays with that. */
  readonly about?: string;
  /** With what the form opens. */
  readonly preset?: Values;
  /** What the page has settled already: sent along, not asked. */
  readonly fixed?: Values;
  /** Receives the payload when it is done, and the refreshed page is on its way. */
  readonly onDone?: (payload: Readonly<Record<string, unknown>>) => void;
}

/** A request with a number of its own, so that the same one can be opened twice. */
export interface Opened extends ActionRequest {
  readonly number: number;
}

let current: Opened | null = null;
let count = 0;
const listeners = new Set<() => void>();

function become(next: Opened | null): void {
  current = next;
  listeners.forEach((listener) => listener());
}

/** Opens the form of a mutation above the page. */
export const openAction = (request: ActionRequest): void => become({ ...request, number: (count += 1) });
export const closeAction = (): void => become(null);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useOpened = (): Opened | null => useSyncExternalStore(subscribe, () => current);
