import { useQuery } from '@apollo/client/react';
import { Button, Select } from 'antd';
import { PrinterOutlined } from '@ant-design/icons';
import { Link, useSearchParams } from 'react-router';
import { Reading } from '../../parts/reading.tsx';
import { Nothing } from '../../parts/standing.tsx';
import { useLive } from '../../shell/live.ts';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { BOARD } from '../../texts/figures.ts';
import { toOrders } from '../../parts/figures/links.ts';
import { Panel } from '../../parts/figures/panel.tsx';
import type { Shown } from '../../parts/figures/series.ts';
import { TimeChooser } from '../../parts/figures/time-chooser.tsx';
import { Tiles } from '../../parts/figures/tiles.tsx';
import { useBoard } from '../../parts/figures/use-board.ts';
import { useReadLater } from '../../parts/read-later.ts';
import { say } from '../../parts/figures/say.ts';
import { RecordNewsDocument, RecordUnitDocument } from './gql/graphql.ts';
import { comparedOf, type Line, linesOf, type UnitRecord } from './measures.ts';
import { RECORD } from './record.texts.ts';
import '../../parts/figures/figures.css';
import './record.css';

/** What the unit has done, beside the medians of its alliances. */
export function Page() {
  const { board, change } = useBoard();
  useLive(RecordNewsDocument, { onNotice: useReadLater() });
  const { from, before } = board.filter;
  const query = useQuery(RecordUnitDocument, { variables: { filter: { from, before } } });
  const records = (query.data ?? query.previousData)?.unitRecord;
  const actions = (
    <div className="board-filters">
      <TimeChooser name={board.name} span={board.span} change={change} />
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
        {RECORD.print}
      </Button>
    </div>
  );
  return (
    <PageFrame title={RECORD.title} about={records?.[0]?.unitName} actions={actions}>
      <p className="soft board-about">
        {BOARD.spanOf(board.span.from, board.span.to)} · {RECORD.about}
      </p>
      <Reading query={{ data: records, error: query.error, refetch: query.refetch }}>
        {(own) => <Records records={own} span={board.span} />}
      </Reading>
    </PageFrame>
  );
}

interface RecordsProps {
  readonly records: readonly UnitRecord[];
  readonly span: { readonly from: string; readonly to: string };
}

/** Beside one alliance at a time: a unit may be in several. */
function Records({ records, span }: RecordsProps) {
  const [params, setParams] = useSearchParams();
  const asked = params.get('alliance');
  const record = records.find(({ allianceId }) => allianceId === asked) ?? records[0];
  if (!record) return <Nothing text={RECORD.nothing} />;
  const lines = linesOf(record, { span });
  const choose = (alliance: string) =>
    setParams((was) => new URLSearchParams([...[...was].filter(([name]) => name !== 'alliance'), ['alliance', alliance]]), { replace: true });
  const options = records.map(({ allianceId, alliance }) => ({ value: allianceId ?? '', label: alliance ?? '' }));
  return (
    <>
      <Marks record={record} span={span} lines={lines} />
      {options.length > 1 && (
        <Select className="record-alliance" aria-label={RECORD.alliance} options={options} value={record.allianceId ?? ''} onChange={choose} />
      )}
      <p className="record-beside">{record.alliance ? RECORD.beside(record.alliance, record.members) : RECORD.alone}</p>
      <div className="record-parts">
        <Sheet title={RECORD.table}>
          <Compared lines={lines} />
        </Sheet>
        <Panel title={RECORD.chart} shown={qualityOf(lines)} as="chart" />
      </div>
    </>
  );
} // prettier-ignore

/** What must be looked at first. */
function Marks({ record, span, lines }: { readonly record: UnitRecord; readonly lines: readonly Line[] } & Pick<RecordsProps, 'span'>) {
  const { red, late, unitId: unit } = record;
  const shares = lines.filter(({ label }) => label === RECORD.onTimePercent || label === RECORD.satisfiedPercent);
  const tiles = [
    { label: RECORD.red, value: BOARD.count(red), about: red > 0 ? RECORD.redAbout : '', to: toOrders({ span, unit, light: 'RED' }), sign: 'red' as const },
    { label: RECORD.late, value: BOARD.count(late), about: '', to: toOrders({ span, unit, late: true }) },
    ...shares.map((line) => ({ label: line.label, value: line.own === null ? BOARD.noShare : say(line.own, line.measure), about: comparedOf(line), to: line.to! })),
  ];
  return <Tiles tiles={tiles} />;
} // prettier-ignore

function Compared({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <div className="figure-table record-table" role="region" aria-label={RECORD.table} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {[RECORD.measure, RECORD.own, RECORD.median, RECORD.compared].map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.label}>
              <th scope="row">{line.label}</th>
              <td>
                <Own line={line} />
              </td>
              <td>{line.median === null ? RECORD.fewMembers : say(line.median, line.measure)}</td>
              <td>{comparedOf(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Own({ line: { own, measure, lacking, to, label } }: { readonly line: Line }) {
  if (own === null) return <>{lacking}</>;
  const said = say(own, measure);
  if (!to) return <>{said}</>;
  return (
    <Link to={to} aria-label={BOARD.opens(`${label} ${said}`)}>
      {said}
    </Link>
  );
}

/** Shares side by side. */
function qualityOf(lines: readonly Line[]): Shown {
  const shares = lines.filter(({ measure }) => measure === 'percent');
  return {
    rows: shares.map(({ label }) => label),
    series: [
      { label: RECORD.own, measure: 'percent', values: shares.map(({ own }) => own), to: (row) => shares[row]!.to },
      { label: RECORD.median, measure: 'percent', colour: 'grey', values: shares.map(({ median }) => median) },
    ],
    lying: true,
  };
}
