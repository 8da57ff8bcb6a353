import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { Button, Select } from 'antd';
import { useViewer } from '../../../shell/viewer.tsx';
import { BOARD } from '../../../texts/figures.ts';
import { BoardPlacesDocument } from '../gql/graphql.ts';
import { TimeChooser } from '../../../parts/figures/time-chooser.tsx';
import type { Board } from '../../../parts/figures/use-board.ts';

interface FiltersProps {
  readonly board: Board;
  readonly change: (changes: Readonly<Record<string, string | null>>) => void;
}

/** Which time and place are counted, and how it is shown. */
export function BoardFilters({ board, change }: FiltersProps) {
  const { post } = useViewer();
  const parent = post?.division?.code ?? '';
  const { data } = useQuery(BoardPlacesDocument, { variables: { parent }, skip: parent === '' });
  const places = data?.divisions.nodes.map(({ code, label }) => ({ value: code, label })) ?? [];
  return (
    <div className="board-filters" role="search" aria-label={BOARD.filters}>
      <TimeChooser name={board.name} span={board.span} change={change} />
      <Select
        aria-label={BOARD.place}
        placeholder={BOARD.allPlaces}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ minWidth: 156 }}
        value={board.division}
        options={places}
        onChange={(division: string | null | undefined) => change({ division: division ?? null })}
      />
      <Button onClick={() => change({ as: board.asTables ? null : 'table' })}>
        {board.asTables ? BOARD.asCharts : BOARD.asTable}
      </Button>
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
        {BOARD.print}
      </Button>
    </div>
  );
}
