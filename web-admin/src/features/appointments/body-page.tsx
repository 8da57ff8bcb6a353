import { Link, useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { CreateAction } from '../../actions/create-action.tsx';
import { ShortList } from '../../parts/case-list.tsx';
import { Facts } from '../../parts/facts.tsx';
import { spellDay } from '../../parts/instant.ts';
import { Named } from '../../parts/named.tsx';
import { Missing, Reading } from '../../parts/reading.tsx';
import { When } from '../../parts/when.tsx';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useCaseNews } from '../../shell/use-case-news.ts';
import { actsAs, useViewer } from '../../shell/viewer.tsx';
import { APPOINTMENTS, BODY_KINDS, SEAT_KINDS } from './appointments.texts.ts';
import { AppointmentsBodyDocument, type AppointmentsBodyQuery } from './gql/graphql.ts';

type Body = NonNullable<AppointmentsBodyQuery['body']>;

const keepsBodies = actsAs('COMMUNITY_SECRETARY');

/** One body: its seats, and who sits there. */
export function Page() {
  const { id = '' } = useParams();
  const query = useQuery(AppointmentsBodyDocument, { variables: { id } });
  useCaseNews('appointment');
  return (
    <Reading query={query}>
      {({ body }) => (body ? <Shown body={body} /> : <Missing text={APPOINTMENTS.bodyMissing} />)}
    </Reading>
  );
}

function Shown({ body }: { readonly body: Body }) {
  const { id, name, kind, termEndsOn, foundedAt, community, unit, seats } = body;
  const keeps = keepsBodies(useViewer());
  return (
    <PageFrame
      title={name}
      actions={
        keeps && (
          <CreateAction mutation="seatAdd" preset={{ bodyId: id }}>
            {APPOINTMENTS.addSeat}
          </CreateAction>
        )
      }
    >
      <Sheet>
        <Facts
          facts={[
            [APPOINTMENTS.bodyKind, BODY_KINDS[kind]],
            [APPOINTMENTS.place, community?.label],
            [APPOINTMENTS.unit, unit && <Named noun="unit" id={unit.id} name={unit.name} />],
            [APPOINTMENTS.termEnds, spellDay(termEndsOn)],
            [APPOINTMENTS.founded, <When key="founded" day at={foundedAt} />],
          ]}
        />
      </Sheet>
      <Sheet
        title={APPOINTMENTS.seats}
        extra={<Link to={`/appointments?scope=all&body=${id}`}>{APPOINTMENTS.allOfBody}</Link>}
      >
        <ShortList lines={seats.map(lineOf)} empty={APPOINTMENTS.noSeats} />
      </Sheet>
    </PageFrame>
  );
}

const lineOf = ({ id, kind, duties, holder }: Body['seats'][number]) => ({
  ...{ id, title: holder?.name ?? APPOINTMENTS.vacant, state: SEAT_KINDS[kind] },
  about: [duties, holder?.homeUnit?.name, holder && APPOINTMENTS.since(spellDay(holder.since), spellDay(holder.until))],
});
