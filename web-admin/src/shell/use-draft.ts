import { useCallback, useState } from 'react';

const PREFIX = 'gongzhi.draft.';

function read<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/** Keeps what is being written in this browser until it is sent: across a lost session, a lost network, a closed window. */
export function useDraft<T>(
  key: string,
  initial: T,
): readonly [value: T, keep: (value: T) => void, forget: () => void] {
  const [value, setValue] = useState<T>(() => read<T>(key) ?? initial);
  const keep = useCallback(
    (next: T) => {
      setValue(next);
      try {
        localStorage.setItem(PREFIX + key, JSON.stringify(next));
      } catch {
        // A full or forbidden storage must not keep anybody from writing.
      }
    },
    [key],
  );
  const forget = useCallback(() => localStorage.removeItem(PREFIX + key), [key]);
  return [value, keep, forget];
}
