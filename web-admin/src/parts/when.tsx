import { COMMON } from '../texts/common.ts';
import { spellDay, spellInstant, spellWhole } from './instant.ts';

/** A moment as people say it; the whole of it on pointing. */
export function When({ at, day = false }: { readonly at: string | null | undefined; readonly day?: boolean }) {
  if (!at) return <>{COMMON.none}</>;
  return (
    <time dateTime={at} title={day ? undefined : spellWhole(at)}>
      {day ? spellDay(at) : spellInstant(at)}
    </time>
  );
}
