import { useState } from 'react';
import { Button, Checkbox, Grid } from 'antd';
import { useScopes } from '../../parts/alliance/use-scopes.ts';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Reading } from '../../parts/reading.tsx';
import { Nothing } from '../../parts/standing.tsx';
import { useAddress } from '../../parts/use-address.ts';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useShortcuts } from '../../shell/shortcuts.ts';
import { useCaseNews } from '../../shell/use-case-news.ts';
import { FILTERS } from '../../texts/filters.ts';
import { COVERAGE } from './coverage.texts.ts';
import { CellDrawer } from './parts/cell-drawer.tsx';
import { Legend } from './parts/legend.tsx';
import { MatrixList } from './parts/matrix-list.tsx';
import { Matrix } from './parts/matrix.tsx';
import { type Cell, gapsOf, hasGap, rowsOf, streetsOf } from './parts/rows.ts';
import { useCoverage } from './parts/use-coverage.ts';
import { useOpening } from './parts/use-opening.ts';
import './coverage.css';

const NAMES = ['scope'] as const;

/** Communities and kinds of units: who sits where, and where nobody does. */
export function Page() {
  const { given, choose, clear } = useAddress(NAMES);
  const scopes = useScopes('all');
  const { division = null } = scopes.filterOf(given.scope);
  const { query, cells, names } = useCoverage(division);
  const [chosen, setChosen] = useState<Cell | null>(null);
  useShortcuts(COVERAGE.keyList);
  useCaseNews('appointment', 'seat', 'body');
  const choosers = [
    { name: 'scope' as const, label: FILTERS.scope, choices: scopes.choices, usual: scopes.usual, width: 240 },
  ];
  return (
    <PageFrame title={COVERAGE.title} about={COVERAGE.about}>
      <FilterBar label={COVERAGE.filters} {...{ given, choose, clear, choosers }} />
      <Reading query={query}>{() => <Picture {...{ cells, names }} onChosen={setChosen} />}</Reading>
      <CellDrawer cell={chosen} onClose={() => setChosen(null)} />
    </PageFrame>
  );
}

interface PictureProps {
  readonly cells: readonly Cell[];
  readonly names: ReadonlyMap<string, string>;
  readonly onChosen: (cell: Cell) => void;
}

function Picture({ cells, names, onChosen }: PictureProps) {
  const [onlyGaps, setOnlyGaps] = useState(false);
  const narrow = Grid.useBreakpoint().md === false;
  const rows = rowsOf(cells);
  const opening = useOpening(rows.length);
  if (cells.length === 0) return <Nothing text={COVERAGE.empty} />;
  const streets = streetsOf(onlyGaps ? rows.filter(hasGap) : rows, names);
  const gaps = gapsOf(cells);
  return (
    <Sheet
      title={<span role="status">{gaps > 0 ? COVERAGE.gaps(gaps, cells.length) : COVERAGE.noGaps}</span>}
      extra={
        <>
          <Checkbox checked={onlyGaps} onChange={({ target }) => setOnlyGaps(target.checked)}>
            {COVERAGE.onlyGaps}
          </Checkbox>
          <Button size="small" onClick={opening.turnAll}>
            {opening.all ? COVERAGE.shutAll : COVERAGE.openAll}
          </Button>
        </>
      }
    >
      <Legend />
      {narrow ? (
        <MatrixList key={String(opening.all)} {...{ streets, onChosen }} open={opening.all} />
      ) : (
        <Matrix {...{ streets, opening, onChosen }} />
      )}
    </Sheet>
  );
}
