import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { When } from '../../parts/when.tsx';
import { readJson } from '../../shell/rest.ts';
import { Sheet } from '../../shell/page.tsx';
import { IMPORTS, type Kind } from './imports.texts.ts';
import type { Summary } from './report.ts';

interface RecentProps {
  readonly kind: Kind;
  /** The one that is shown already. */
  readonly current: string | null;
}

/** One's own imports of the last day. */
export function Recent({ kind, current }: RecentProps) {
  const [imports, setImports] = useState<readonly Summary[]>([]);
  useEffect(() => {
    let gone = false;
    readJson<{ readonly imports: readonly Summary[] }>(`/imports/${kind}/recent`).then(
      (read) => gone || setImports(read.imports.filter(({ id }) => id !== current)),
      // Only a reminder: without it everything else can still be done.
      () => undefined,
    );
    return () => void (gone = true);
  }, [kind, current]);
  if (imports.length === 0) return null;
  return (
    <Sheet title={IMPORTS.recent}>
      <ul className="import-recent">
        {imports.map(({ id, fileName, createdAt, done, failed, finished, rows }) => (
          <li key={id}>
            <Link to={`/imports/${kind}?id=${id}`}>{fileName}</Link>
            <When at={createdAt} />
            <span>{finished ? IMPORTS.tally(done, failed) : IMPORTS.progress(done + failed, rows)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
