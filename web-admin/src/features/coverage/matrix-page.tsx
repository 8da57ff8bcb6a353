import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { Checkbox } from 'antd';
import { useScopes } from '../../parts/alliance/use-scopes.ts';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Reading } from '../../parts/reading.tsx';
import { Nothing } from '../../parts/standing.tsx';
import { useAddress } from '../../parts/use-address.ts';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useCaseNews } from '../../shell/use-case-news.ts';
import { FILTERS } from '../../texts/filters.ts';
import { COVERAGE } from './coverage.texts.ts';
import { CoverageMatrixDocument } from './gql/graphql.ts';
import { CellDrawer } from './parts/cell-drawer.tsx';
import { Legend, Matrix } from './parts/matrix.tsx';
import { type Cell, hasGap, rowsOf } from './parts/rows.ts';
import './coverage.css';

const NAMES = ['scope'] as const;

/** Communities and kinds of units: who sits where, and where nobody does. */
export function Page() {
  const { given, choose, clear } = useAddress(NAMES);
  const scopes = useScopes('all');
  const { division = null } = scopes.filterOf(given.scope);
  const query = useQuery(CoverageMatrixDocument, { variables: { filter: { division } } });
  const [chosen, setChosen] = useState<Cell | null>(null);
  useCaseNews('appointment', 'seat', 'body');
  const choosers = [
    { name: 'scope' as const, label: FILTERS.scope, choices: scopes.choices, usual: scopes.usual, width: 240 },
  ];
  return (
    <PageFrame title={COVERAGE.title} about={COVERAGE.about}>
      <FilterBar label={COVERAGE.filters} {...{ given, choose, clear, choosers }} />
      <Reading query={query}>
        {({ appointmentCoverage }) => <Picture cells={appointmentCoverage} onChosen={setChosen} />}
      </Reading>
      <CellDrawer cell={chosen} onClose={() => setChosen(null)} />
    </PageFrame>
  );
}

interface PictureProps {
  readonly cells: readonly Cell[];
  readonly onChosen: (cell: Cell) => void;
}

function Picture({ cells, onChosen }: PictureProps) {
  const [onlyGaps, setOnlyGaps] = useState(false);
  if (cells.length === 0) return <Nothing text={COVERAGE.empty} />;
  const rows = rowsOf(cells).filter((row) => !onlyGaps || hasGap(row));
  const gaps = cells.filter(({ lacking }) => lacking).length;
  return (
    <Sheet
      title={<span role="status">{gaps > 0 ? COVERAGE.gaps(gaps, cells.length) : COVERAGE.noGaps}</span>}
      extra={
        <Checkbox checked={onlyGaps} onChange={({ target }) => setOnlyGaps(target.checked)}>
          {COVERAGE.onlyGaps}
        </Checkbox>
      }
    >
      <Legend />
      <Matrix rows={rows} onChosen={onChosen} />
    </Sheet>
  );
}
