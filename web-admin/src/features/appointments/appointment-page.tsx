import { useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { CaseActions } from '../../actions/case-actions.tsx';
import { CaseMarks } from '../../parts/case-marks.tsx';
import { Missing, Reading } from '../../parts/reading.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useCaseNews } from '../../shell/use-case-news.ts';
import { APPOINTMENTS } from './appointments.texts.ts';
import { AppointmentsOneDocument, type AppointmentsOneQuery } from './gql/graphql.ts';
import { AppointmentFacts } from './parts/appointment-facts.tsx';
import { Objections, Records, Reviews } from './parts/service.tsx';

export type Appointment = NonNullable<AppointmentsOneQuery['appointment']>;

/** One appointment: who sits where for how long, what they did there, and how they came. */
export function Page() {
  const { id = '' } = useParams();
  const query = useQuery(AppointmentsOneDocument, { variables: { id } });
  useCaseNews('appointment');
  return (
    <Reading query={query}>
      {({ appointment }) =>
        appointment ? <Shown appointment={appointment} /> : <Missing text={APPOINTMENTS.missing} />
      }
    </Reading>
  );
}

function Shown({ appointment }: { readonly appointment: Appointment }) {
  return (
    <PageFrame
      title={appointment.title}
      about={<CaseMarks of={appointment} />}
      actions={<CaseActions of={appointment} />}
    >
      <div className="case-sheets">
        <div>
          <Sheet title={APPOINTMENTS.seat}>
            <AppointmentFacts appointment={appointment} />
          </Sheet>
          <Records appointment={appointment} />
          <Reviews appointment={appointment} />
        </div>
        <div>
          <Objections appointment={appointment} />
          {appointment.events.length > 0 && (
            <Sheet title={APPOINTMENTS.timeline}>
              <Timeline events={appointment.events} />
            </Sheet>
          )}
        </div>
      </div>
    </PageFrame>
  );
}
