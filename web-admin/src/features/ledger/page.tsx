import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { DownloadButton } from '../../parts/download-button.tsx';
import { Reading } from '../../parts/reading.tsx';
import { Nothing } from '../../parts/standing.tsx';
import { type Pages, usePages } from '../../parts/use-pages.ts';
import { COMMON } from '../../texts/common.ts';
import { PageFrame } from '../../shell/page.tsx';
import { ColumnChoice, useColumns } from './column-choice.tsx';
import { Filters } from './filters.tsx';
import { LedgerCountsDocument, LedgerPageDocument, type LedgerPageQuery } from './gql/graphql.ts';
import { LEDGER } from './ledger.texts.ts';
import { type Filtering, useLedgerFilter } from './use-ledger-filter.ts';
import { VirtualTable } from './virtual-table.tsx';
import './ledger.css';

const MOST_EXPORTED = 50_000;

/** 台账: every order of the viewer's scope. */
export function Page() {
  const filtering = useLedgerFilter();
  const { filter, exportPath } = filtering;
  const { keys, columns, choose } = useColumns();
  const total = useTotal(filter);
  const tooMany = total !== null && total > MOST_EXPORTED;
  const actions = (
    <>
      <ColumnChoice keys={keys} onChoose={choose} />
      <DownloadButton path={exportPath} disabled={total === 0 || tooMany}>
        {LEDGER.export}
      </DownloadButton>
    </>
  );
  const about = <span role="status">{total === null ? '' : LEDGER.about(total)}</span>;
  return (
    <PageFrame title={LEDGER.title} about={about} actions={actions}>
      <Filters filtering={filtering} />
      {tooMany && <p className="soft">{LEDGER.exportTooMany}</p>}
      <Orders filtering={filtering} columns={columns} total={total} />
    </PageFrame>
  );
}

/** How many there are; null while that is being counted for the first time. */
function useTotal(filter: Filtering['filter']): number | null {
  const { data, previousData } = useQuery(LedgerCountsDocument, { variables: { filter } });
  const known = data ?? previousData;
  return known ? known.orderCounts.reduce((sum, { count }) => sum + count, 0) : null;
}

interface OrdersProps {
  readonly filtering: Filtering;
  readonly columns: Parameters<typeof VirtualTable>[0]['columns'];
  readonly total: number | null;
}

function Orders({ filtering, columns, total }: OrdersProps) {
  const { filter, given } = filtering;
  const pages = usePages(LedgerPageDocument, { variables: { filter, sort: given.sort }, pick: ({ orders }) => orders });
  const isEmpty = pages.nodes.length === 0 && !pages.busy;
  return (
    <Reading query={pages}>
      {() => (isEmpty ? <NothingFound {...filtering} /> : <Found {...{ pages, columns, total }} />)}
    </Reading>
  );
}

function NothingFound({ isFiltered, clear }: Filtering) {
  if (!isFiltered) return <Nothing text={LEDGER.nothing} />;
  return (
    <Nothing text={`${LEDGER.nothing}。${LEDGER.nothingAbout}`}>
      <Button onClick={clear}>{LEDGER.clear}</Button>
    </Nothing>
  );
}

interface FoundProps extends Omit<OrdersProps, 'filtering'> {
  readonly pages: Pages<LedgerPageQuery['orders']['nodes'][number]>;
}

function Found({ pages: { nodes, hasMore, busy, failed, more, error }, columns, total }: FoundProps) {
  const all = total ?? nodes.length;
  const standing = hasMore ? LEDGER.readSome(nodes.length, all) : LEDGER.readAll(nodes.length);
  return (
    <>
      <VirtualTable
        label={LEDGER.title}
        columns={columns}
        onMore={more}
        rows={nodes}
        total={all}
        canRead={hasMore && !busy && !failed && !error}
      />
      <p className="soft ledger-standing">{busy ? LEDGER.reading : standing}</p>
      {failed && <Button onClick={more}>{COMMON.retry}</Button>}
    </>
  );
}
