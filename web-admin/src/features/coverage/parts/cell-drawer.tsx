import { useEffect, useRef } from 'react';
import { useQuery } from '@apollo/client/react';
import { Drawer, Space } from 'antd';
import { CaseActions } from '../../../actions/case-actions.tsx';
import { CreateAction } from '../../../actions/create-action.tsx';
import { openAction } from '../../../actions/requests.ts';
import { CaseList, ShortList } from '../../../parts/case-list.tsx';
import { spellDay } from '../../../parts/instant.ts';
import { Reading } from '../../../parts/reading.tsx';
import { linkOf } from '../../../shell/features.ts';
import { Sheet } from '../../../shell/page.tsx';
import { actsAs, useViewer } from '../../../shell/viewer.tsx';
import { COVERAGE } from '../coverage.texts.ts';
import { CoverageCellDocument } from '../gql/graphql.ts';
import { addingTo, type Behind, behindOf, firstStep, openingOf, type Running, type Seat } from './first-step.ts';
import type { Cell } from './rows.ts';

interface CellDrawerProps {
  readonly cell: Cell | null;
  readonly onClose: () => void;
}

const keepsSeats = actsAs('COMMUNITY_SECRETARY');

/** What stands behind one cell. At a gap the form opens at once by which this viewer fills it, where there is one. */
export function CellDrawer({ cell, onClose }: CellDrawerProps) {
  const title = cell ? COVERAGE.cellTitle(cell.community, cell.sourceLabel) : '';
  return (
    <Drawer open={cell !== null} onClose={onClose} title={title} size={520} destroyOnHidden>
      {cell && <Reader cell={cell} />}
    </Drawer>
  );
}

function Reader({ cell }: { readonly cell: Cell }) {
  const { communityCode: community, source } = cell;
  const query = useQuery(CoverageCellDocument, { variables: { community, source }, fetchPolicy: 'network-only' });
  return <Reading query={query}>{(data) => <Shown cell={cell} behind={behindOf(data)} />}</Reading>;
}

interface ShownProps {
  readonly cell: Cell;
  readonly behind: Behind;
}

function Shown({ cell, behind }: ShownProps) {
  const viewer = useViewer();
  const keeps = keepsSeats(viewer) && viewer.post?.scope === cell.communityCode;
  const step = cell.lacking ? firstStep(cell, behind, keeps) : null;
  const atFirst = useRef(step);
  useEffect(() => {
    if (atFirst.current) openAction(atFirst.current);
    atFirst.current = null;
  }, []);
  return (
    <>
      <Sheet title={COVERAGE.seats}>
        <ShortList lines={behind.seats.map(lineOfSeat)} empty={COVERAGE.noSeats} />
        {keeps && <SeatActions {...{ cell, behind }} />}
      </Sheet>
      {behind.running.length > 0 && (
        <Sheet title={COVERAGE.running}>
          {behind.running.map((one) => (
            <div key={one.id}>
              <CaseList lines={[lineOfRunning(one)]} />
              <CaseActions of={one} most={2} />
            </div>
          ))}
        </Sheet>
      )}
    </>
  );
}

/** What the secretary of the community does about seats. */
function SeatActions({ cell, behind: { idle, bodies } }: ShownProps) {
  return (
    <Space wrap>
      {idle.map((seat) => (
        <CreateAction key={seat.id} {...openingOf(cell, seat)}>
          {`${COVERAGE.openSeat}：${seat.body.name}`}
        </CreateAction>
      ))}
      {bodies.map((body) => (
        <CreateAction key={body.id} {...addingTo(cell, body)} button={{ type: 'default' }}>
          {COVERAGE.addSeat(body.name)}
        </CreateAction>
      ))}
    </Space>
  );
}

const lineOfSeat = ({ id, duties, body, holder }: Seat) => ({
  ...{ id, title: holder?.name ?? COVERAGE.nobody, to: linkOf('body', body.id) },
  about: [body.name, duties, holder?.homeUnit?.name, holder && COVERAGE.until(spellDay(holder.until))],
});

const lineOfRunning = ({ id, title, stateLabel, light, personName, homeUnit }: Running) => ({
  ...{ id, title, to: linkOf('appointment', id), state: stateLabel, light: light ?? null },
  about: [personName ?? COVERAGE.nobodyYet, homeUnit?.name],
});
