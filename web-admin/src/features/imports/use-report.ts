import { useEffect, useState } from 'react';
import { readJson, Refused } from '../../shell/rest.ts';
import { useSessionOver } from '../../shell/session-state.ts';
import type { Report } from './report.ts';

const [SOON, LATER] = [500, 3000];

interface Followed {
  readonly report: Report | null;
  /** What the server said against it; null while it is only not to be reached. */
  readonly refused: Refused | null;
  readonly lost: boolean;
}

const NOTHING: Followed = { report: null, refused: null, lost: false };

/** Follows an import until it has ended: across a lost network and a restarted server too. */
export function useReport(id: string | null): Followed {
  const [followed, setFollowed] = useState<Followed>(NOTHING);
  const over = useSessionOver();
  useEffect(() => {
    setFollowed((was) => (was.report?.id === id ? was : NOTHING));
    if (id === null || over) return;
    let timer: number | undefined;
    let gone = false;
    const look = async () => {
      const next = await readJson<Report>(`/imports/${encodeURIComponent(id)}`).catch((error: unknown) => error);
      if (gone) return;
      if (next instanceof Refused) {
        if (next.isPassing) timer = window.setTimeout(() => void look(), LATER);
        setFollowed((was) => ({ ...was, lost: next.isPassing, refused: next.isPassing ? null : next }));
        return;
      }
      const report = next as Report;
      setFollowed({ report, refused: null, lost: false });
      if (!report.finished) timer = window.setTimeout(() => void look(), SOON);
    };
    void look();
    return () => {
      gone = true;
      window.clearTimeout(timer);
    };
  }, [id, over]);
  return followed;
}
