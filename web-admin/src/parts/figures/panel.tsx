import { useState } from 'react';
import { Segmented } from 'antd';
import { BOARD } from '../../texts/figures.ts';
import { Chart } from './chart.tsx';
import { FigureTable } from './figure-table.tsx';
import { isEmpty, type Shown } from './series.ts';

type As = 'chart' | 'table';
const CHOICES = [
  { value: 'chart' as const, label: BOARD.chart },
  { value: 'table' as const, label: BOARD.table },
];

interface PanelProps {
  readonly title: string;
  readonly shown: Shown;
  /** As the page has it, until something else is chosen here. */
  readonly as: As;
}

/** One drawing of the board, which can be read as a table. */
export function Panel({ title, shown, as }: PanelProps) {
  const [chosen, choose] = useState<{ readonly as: As; readonly while: As } | null>(null);
  const { rows, most = rows.length } = shown;
  const now = chosen?.while === as ? chosen.as : as;
  return (
    <section className="sheet panel" aria-label={title}>
      <div className="panel-head">
        <h2>
          {title}{' '}
          {now === 'chart' && most < rows.length && <small className="soft">{BOARD.firstOf(most, rows.length)}</small>}
        </h2>
        <Segmented
          size="small"
          aria-label={BOARD.showAs(title)}
          options={CHOICES}
          value={now}
          onChange={(next) => choose({ as: next, while: as })}
        />
      </div>
      <Content title={title} shown={shown} as={now} />
    </section>
  );
}

function Content({ title, shown, as }: PanelProps) {
  if (isEmpty(shown)) return <p className="panel-empty soft">{BOARD.empty}</p>;
  return as === 'chart' ? <Chart title={title} shown={shown} /> : <FigureTable title={title} shown={shown} />;
}
