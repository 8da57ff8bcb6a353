import { useQuery } from '@apollo/client/react';
import { Drawer, Space } from 'antd';
import { CreateAction } from '../../../actions/create-action.tsx';
import { CaseList, ShortList } from '../../../parts/case-list.tsx';
import { spellDay } from '../../../parts/instant.ts';
import { Reading } from '../../../parts/reading.tsx';
import { linkOf } from '../../../shell/features.ts';
import { Sheet } from '../../../shell/page.tsx';
import { actsAs, useViewer } from '../../../shell/viewer.tsx';
import { COVERAGE } from '../coverage.texts.ts';
import { CoverageCellDocument, type CoverageCellQuery } from '../gql/graphql.ts';
import type { Cell } from './rows.ts';

interface CellDrawerProps {
  readonly cell: Cell | null;
  readonly onClose: () => void;
}

type Seat = CoverageCellQuery['seats']['nodes'][number];
type Running = CoverageCellQuery['appointments']['nodes'][number];

const keepsSeats = actsAs('COMMUNITY_SECRETARY');

/** What stands behind one cell, and how a gap is filled. */
export function CellDrawer({ cell, onClose }: CellDrawerProps) {
  const title = cell ? COVERAGE.cellTitle(cell.community, cell.sourceLabel) : '';
  return (
    <Drawer open={cell !== null} onClose={onClose} title={title} size={520} destroyOnHidden>
      {cell && <Behind cell={cell} />}
    </Drawer>
  );
}

function Behind({ cell: { communityCode, source } }: { readonly cell: Cell }) {
  const query = useQuery(CoverageCellDocument, { variables: { community: communityCode, source } });
  const viewer = useViewer();
  const keeps = keepsSeats(viewer) && viewer.post?.scope === communityCode;
  return (
    <Reading query={query}>
      {({ seats, appointments, bodies }) => {
        const open = seats.nodes.filter(({ closedAt }) => !closedAt);
        const underWay = appointments.nodes.filter(({ seat }) => open.some(({ id }) => id === seat.id));
        const taken = new Set(underWay.map(({ seat }) => seat.id));
        return (
          <>
            <Sheet title={COVERAGE.seats}>
              <ShortList lines={open.map(lineOfSeat)} empty={COVERAGE.noSeats} />
              {keeps && (
                <Space wrap>
                  {open.filter(({ id, holder }) => !holder && !taken.has(id)).map(startButton)}
                  {bodies.nodes.map(({ id, name }) => (
                    <CreateAction
                      key={id}
                      mutation="seatAdd"
                      preset={{ bodyId: id, source }}
                      button={{ type: 'default' }}
                    >
                      {COVERAGE.addSeat(name)}
                    </CreateAction>
                  ))}
                </Space>
              )}
            </Sheet>
            {underWay.length > 0 && (
              <Sheet title={COVERAGE.running}>
                <CaseList lines={underWay.map(lineOfRunning)} />
              </Sheet>
            )}
          </>
        );
      }}
    </Reading>
  );
}

const startButton = ({ id, body }: Seat) => (
  <CreateAction key={id} mutation="appointmentOpenSeat" preset={{ seatId: id }}>
    {`${COVERAGE.openSeat}：${body.name}`}
  </CreateAction>
);

const lineOfSeat = ({ id, duties, body, holder }: Seat) => ({
  ...{ id, title: holder?.name ?? COVERAGE.nobody, to: linkOf('body', body.id) },
  about: [body.name, duties, holder?.homeUnit?.name, holder && COVERAGE.until(spellDay(holder.until))],
});

const lineOfRunning = ({ id, title, stateLabel, light, personName }: Running) => ({
  ...{ id, title, to: linkOf('appointment', id), state: stateLabel, light: light ?? null },
  about: [personName ?? COVERAGE.nobodyYet],
});
