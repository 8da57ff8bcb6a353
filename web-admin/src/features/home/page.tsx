import { Link } from 'react-router';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useViewer } from '../../shell/viewer.tsx';
import { HOME } from './home.texts.ts';
import { ComingMeetings } from './parts/coming-meetings.tsx';
import { NewestInbox } from './parts/newest-inbox.tsx';
import { OpenResolutions, useOwnUnit } from './parts/open-resolutions.tsx';
import { Tiles } from './parts/tiles.tsx';
import './home.css';

/** What there is to do today: orders by figure, meetings, what came in. */
export function Page() {
  const { person } = useViewer();
  const unitId = useOwnUnit();
  return (
    <PageFrame title={HOME.title} about={HOME.greeting(person.displayName)}>
      <Sheet title={HOME.desk}>
        <Tiles />
      </Sheet>
      <div className="home">
        <div>
          <Sheet title={HOME.meetings}>
            <ComingMeetings />
          </Sheet>
          <Sheet title={unitId ? HOME.ourResolutions : HOME.resolutions}>
            <OpenResolutions unitId={unitId} />
          </Sheet>
        </div>
        <Sheet title={HOME.inbox}>
          <NewestInbox />
          <Link className="home-all" to="/inbox">
            {HOME.allInbox}
          </Link>
        </Sheet>
      </div>
    </PageFrame>
  );
}
