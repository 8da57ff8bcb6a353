import { useCallback, useRef, useState } from 'react';
import { apollo } from '../shell/apollo.ts';
import { type ActionForm, cleaned, newKey, type Values } from './form.ts';
import type { ActionRequest } from './requests.ts';
import { type Payload, send } from './send.ts';
import type { Trouble } from './problem.tsx';

interface Sending {
  readonly form: ActionForm;
  readonly request: ActionRequest;
  /** The key of this form: whatever happens on the way, it is done once. */
  readonly key: string;
  readonly onDone: (payload: Payload) => void;
}

interface Again {
  readonly version?: number;
  readonly key?: string;
}

/** Reads anew whatever is shown: the case has changed. */
export const readAnew = (): Promise<unknown> => apollo.refetchQueries({ include: 'active' });

/** Sends a form, and remembers what stood in the way. */
export function useSending({ form, request, key, onDone }: Sending) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  // What was learnt from an earlier try counts for the next one.
  const standing = useRef<Again>({});
  const submit = useCallback(
    async (values: Values, again: Again = {}) => {
      standing.current = { ...standing.current, ...again };
      setBusy(true);
      const outcome = await send(form, inputOf({ form, request, key, values, ...standing.current }));
      setBusy(false);
      setTrouble(outcome.kind === 'done' ? null : outcome);
      if (outcome.kind === 'done') onDone(outcome.payload);
    },
    [form, request, key, onDone],
  );
  const asNew = useCallback((values: Values) => submit(values, { key: newKey() }), [submit]);
  return { busy, trouble, submit, asNew };
}

interface Given extends Again {
  readonly form: ActionForm;
  readonly request: ActionRequest;
  readonly values: Values;
}

function inputOf({ form, request, values, version, key }: Given): Payload {
  const { subject, fixed } = request;
  const seen = version ?? subject?.version;
  return {
    ...cleaned(form.fields, { ...values, ...fixed }),
    ...(form.subjectField && { [form.subjectField]: subject?.id }),
    ...(form.versioned && seen !== undefined && { expectedVersion: seen }),
    ...(form.keyed && { idempotencyKey: key }),
  };
}
