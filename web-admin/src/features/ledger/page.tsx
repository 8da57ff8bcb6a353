import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { DownloadButton } from '../../parts/download-button.tsx';
import { Fault, Loading, Nothing } from '../../parts/standing.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { COMMON } from '../../texts/common.ts';
import { PageFrame } from '../../shell/page.tsx';
import { ColumnChoice, useColumns } from './column-choice.tsx';
import { Filters } from './filters.tsx';
import { LedgerCountsDocument, LedgerPageDocument } from './gql/graphql.ts';
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
  const counts = useQuery(LedgerCountsDocument, { variables: { filter } });
  const total = (counts.data ?? counts.previousData)?.orderCounts.reduce((sum, { count }) => sum + count, 0) ?? null;
  const actions = (
    <>
      <ColumnChoice keys={keys} onChoose={choose} />
      <DownloadButton path={exportPath} disabled={total === 0 || (total ?? 0) > MOST_EXPORTED}>
        {LEDGER.export}
      </DownloadButton>
    </>
  );
  const about = <span role="status">{total === null ? '' : LEDGER.about(total)}</span>;
  return (
    <PageFrame title={LEDGER.title} about={about} actions={actions}>
      <Filters filtering={filtering} />
      {total !== null && total > MOST_EXPORTED && <p className="soft">{LEDGER.exportTooMany}</p>}
      <Orders filtering={filtering} columns={columns} total={total} />
    </PageFrame>
  );
}

interface OrdersProps {
  readonly filtering: Filtering;
  readonly columns: Parameters<typeof VirtualTable>[0]['columns'];
  readonly total: number | null;
}

function Orders({ filtering: { filter, given, isFiltered, clear }, columns, total }: OrdersProps) {
  const { nodes, hasMore, busy, failed, more, data, error, refetch } = usePages(LedgerPageDocument, {
    variables: { filter, sort: given.sort },
    pick: ({ orders }) => orders,
  });
  if (error && !data) return <Fault error={error} onRetry={refetch} />;
  if (!data) return <Loading />;
  if (nodes.length === 0 && !busy)
    return (
      <Nothing text={isFiltered ? `${LEDGER.nothing}。${LEDGER.nothingAbout}` : LEDGER.nothing}>
        {isFiltered && <Button onClick={clear}>{LEDGER.clear}</Button>}
      </Nothing>
    );
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
