import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Keys as people read them, and what they do. */
export type Shortcut = readonly [keys: string, what: string];
/** What is done when a key is pressed: `KeyboardEvent.key`, letters small. */
type Acts = Readonly<Record<string, () => void>>;

const STORED = 'gongzhi.keys';
const WRITES = 'input, textarea, select, [contenteditable="true"], [role="combobox"]';
const ABOVE = '.ant-modal-wrap, .ant-drawer-open, .ant-dropdown:not(.ant-dropdown-hidden)';

const isShown = (element: Element) => (element as HTMLElement).offsetParent !== null || element.clientHeight > 0;
const isCovered = () => [...document.querySelectorAll(ABOVE)].some(isShown);

const isPlain = ({ ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent) =>
  !(ctrlKey || metaKey || altKey || isComposing);
const isMeantElsewhere = ({ target }: KeyboardEvent) =>
  (target instanceof Element && target.closest(WRITES) !== null) || isCovered();

function take(event: KeyboardEvent, acts: Acts): void {
  const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

interface Standing {
  /** What the parts of the page on the screen have declared. */
  readonly declared: readonly Shortcut[];
  /** Whether single keys do anything. */
  readonly on: boolean;
  /** Whether the list of them is shown. */
  readonly listed: boolean;
}

let standing: Standing = { declared: [], on: localStorage.getItem(STORED) !== 'off', listed: false };
const listeners = new Set<() => void>();

function become(next: Partial<Standing>): void {
  standing = { ...standing, ...next };
  listeners.forEach((listener) => listener());
}
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useShortcutsStanding = (): Standing => useSyncExternalStore(subscribe, () => standing);
export const listShortcuts = (listed = true): void => become({ listed });
export const areKeysOn = (): boolean => standing.on;

/** Single keys can be switched off, for whoever hits them by mistake or dictates. */
export function turnKeys(on: boolean): void {
  localStorage.setItem(STORED, on ? 'on' : 'off');
  become({ on });
}

const NO_ACTS: Acts = {};

/**
 * Declares the keys of a page, which `?` lists, and what they do: single keys, while nobody writes and nothing lies above the page.
 * Keys without an act are those that a part of the page takes itself. `shortcuts` is a constant.
 */
export function useShortcuts(shortcuts: readonly Shortcut[], acts: Acts = NO_ACTS): void {
  const { on } = useShortcutsStanding();
  const current = useRef(acts);
  current.current = acts;
  useEffect(() => {
    become({ declared: [...standing.declared, ...shortcuts] });
    return () => become({ declared: standing.declared.filter((one) => !shortcuts.includes(one)) });
  }, [shortcuts]);
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      if (isPlain(event) && !isMeantElsewhere(event)) take(event, current.current);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}
