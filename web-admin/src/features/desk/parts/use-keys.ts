import { useEffect, useRef, useState } from 'react';

const STORED = 'gongzhi.desk.keys';
const WRITES = 'input, textarea, select, [contenteditable="true"], [role="combobox"]';
const ABOVE = '.ant-modal-wrap, .ant-dropdown:not(.ant-dropdown-hidden)';

const isShown = (element: Element) => (element as HTMLElement).offsetParent !== null || element.clientHeight > 0;
const isCovered = () => [...document.querySelectorAll(ABOVE)].some(isShown);

const isPlain = ({ ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent) =>
  !(ctrlKey || metaKey || altKey || isComposing);
const isMeantElsewhere = ({ target }: KeyboardEvent) =>
  (target instanceof Element && target.closest(WRITES) !== null) || isCovered();

type Keys = Readonly<Record<string, () => void>>;

function take(event: KeyboardEvent, keys: Keys): void {
  const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

/** Single keys do something while nobody writes and nothing lies above the page. They can be switched off. */
export function useKeys(keys: Keys) {
  const [on, setOn] = useState(() => localStorage.getItem(STORED) !== 'off');
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      if (isPlain(event) && !isMeantElsewhere(event)) take(event, current.current);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
  const turn = (next: boolean) => {
    localStorage.setItem(STORED, next ? 'on' : 'off');
    setOn(next);
  };
  return { on, turn };
}
