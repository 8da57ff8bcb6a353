import { lazy, Suspense } from 'react';
import { listShortcuts, type Shortcut, useShortcuts, useShortcutsStanding } from './shortcuts.ts';

const Dialog = lazy(async () => ({ default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog }));
const NONE: readonly Shortcut[] = [];
const ACTS = { '?': () => listShortcuts() };

/** Stands once in the frame: `?` lists the keys of the page on the screen. */
export function ShortcutsHost() {
  useShortcuts(NONE, ACTS);
  if (!useShortcutsStanding().listed) return null;
  return (
    <Suspense>
      <Dialog />
    </Suspense>
  );
}
