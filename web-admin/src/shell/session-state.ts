import { useSyncExternalStore } from 'react';

type Listener = () => void;

/** Has the session of this page ended? Then it is asked for above the page, which stays as it is. */
class SessionState {
  private over = false;
  private readonly listeners = new Set<Listener>();

  readonly subscribe = (listener: Listener) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  readonly isOver = () => this.over;

  end(): void {
    this.set(true);
  }

  renew(): void {
    this.set(false);
  }

  /** Resolves at once, or as soon as somebody has signed in again. */
  running(): Promise<void> {
    if (!this.over) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        if (this.over) return;
        stop();
        resolve();
      });
    });
  }

  private set(over: boolean): void {
    if (this.over === over) return;
    this.over = over;
    this.listeners.forEach((listener) => listener());
  }
}

export const sessionState = new SessionState();
export const useSessionOver = () => useSyncExternalStore(sessionState.subscribe, sessionState.isOver);
