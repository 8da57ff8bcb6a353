import { useCallback, useMemo, useState } from 'react';
import { useViewer } from '../shell/viewer.tsx';
import { useDraft } from '../shell/use-draft.ts';
import { type ActionForm, newKey, type Values, withoutSecrets } from './form.ts';
import type { ActionRequest } from './requests.ts';

interface Written {
  readonly key: string;
  readonly values: Values;
}

/** What was typed into a form stays in this browser, for whoever typed it, until it is sent; so does the key under which it is sent. */
export function useWritten(form: ActionForm, { mutation, subject, preset, about }: ActionRequest) {
  const viewer = useViewer();
  const [written, keep, forget] = useDraft<Written | null>(
    ['action', viewer.id, mutation, subject?.id ?? 'new', ...(about ? [about] : [])].join('.'),
    null,
  );
  const key = useMemo(() => written?.key ?? newKey(), [written?.key]);
  const [restored, setRestored] = useState(written !== null);
  const [initial, setInitial] = useState<Values>({ ...preset, ...written?.values });
  const write = useCallback(
    (values: Values) => keep({ key, values: withoutSecrets(form.fields, values) }),
    [keep, key, form.fields],
  );
  const startOver = useCallback(() => {
    forget();
    setRestored(false);
    setInitial({ ...preset });
  }, [forget, preset]);
  return { key, initial, restored, write, forget, startOver };
}
