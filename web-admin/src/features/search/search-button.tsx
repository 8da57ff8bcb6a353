import { lazy, Suspense, useEffect, useState } from 'react';
import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { areKeysOn } from '../../shell/shortcuts.ts';
import { SEARCH } from './search.texts.ts';
import './search.css';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
/** A window that stands above the page has the keys for itself. */
const isCovered = () => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

function opens(event: KeyboardEvent): boolean {
  if (event.isComposing || event.altKey || isCovered()) return false;
  const { ctrlKey, metaKey, key } = event;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k';
  return key === '/' && areKeysOn() && !isTyping(event.target);
}

/** Stands in the header: opens the search by a click, by `/` or by Ctrl+K. */
export function SearchButton() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!opens(event)) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <Button
        type="text"
        className="head-button search-button"
        icon={<SearchOutlined />}
        aria-label={SEARCH.open}
        aria-keyshortcuts="/ Control+K"
        aria-haspopup="dialog"
        title={SEARCH.open}
        onClick={() => setOpen(true)}
      >
        <span className="wide">
          {SEARCH.title} <kbd>/</kbd>
        </span>
      </Button>
      {open && (
        <Suspense>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
