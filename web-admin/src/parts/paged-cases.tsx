import { CaseList, type CaseLine } from './case-list.tsx';
import { Reading } from './reading.tsx';

interface Paged<N> {
  readonly nodes: readonly N[];
  readonly hasMore: boolean;
  readonly more: () => void;
  readonly busy: boolean;
  readonly data: unknown;
  readonly error?: unknown;
  readonly refetch: () => void;
}

interface PagedCasesProps<N> {
  /** As `usePages` reads it. */
  readonly list: Paged<N>;
  readonly lineOf: (node: N) => CaseLine;
  readonly empty: string;
}

/** A list of cases that is read page by page. */
export function PagedCases<N>({ list, lineOf, empty }: PagedCasesProps<N>) {
  return (
    <Reading query={list}>
      {() => (
        <CaseList
          lines={list.nodes.map(lineOf)}
          empty={empty}
          hasMore={list.hasMore}
          loading={list.busy}
          onMore={list.more}
        />
      )}
    </Reading>
  );
}
