import { lazy, Suspense, useEffect, useRef } from 'react';
import { closeAction, useOpened } from './requests.ts';

const Dialog = lazy(async () => ({ default: (await import('./action-dialog.tsx')).ActionDialog }));

/** Stands once in the frame and shows whatever form was opened. Gives the focus back to whatever had it. */
export function ActionHost() {
  const opened = useOpened();
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (opened) before.current = document.activeElement;
    else if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
  }, [opened]);
  if (!opened) return null;
  return (
    <Suspense>
      <Dialog key={opened.number} request={opened} onClose={closeAction} />
    </Suspense>
  );
}
