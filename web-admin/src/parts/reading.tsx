import type { ReactNode } from 'react';
import { PageFrame } from '../shell/page.tsx';
import { COMMON } from '../texts/common.ts';
import { Fault, Loading, Nothing } from './standing.tsx';

interface Query<T> {
  readonly data: T | undefined;
  readonly error?: unknown;
  readonly refetch: () => unknown;
}

interface ReadingProps<T> {
  readonly query: Query<T>;
  readonly children: (data: T) => ReactNode;
}

/** What was read; until then that it is being read, or why it could not be. */
export function Reading<T>({ query: { data, error, refetch }, children }: ReadingProps<T>) {
  if (data !== undefined) return children(data);
  return error ? <Fault error={error} onRetry={() => void refetch()} /> : <Loading />;
}

/** A page of something that is not there, or not for this viewer. */
export function Missing({ text }: { readonly text: string }) {
  return (
    <PageFrame title={COMMON.notFoundTitle}>
      <Nothing text={text} />
    </PageFrame>
  );
}
