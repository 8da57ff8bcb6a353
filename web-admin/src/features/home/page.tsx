import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useViewer } from '../../shell/viewer.tsx';
import { HOME } from './home.texts.ts';
import { ComingMeetings } from './parts/coming-meetings.tsx';
import { NewestInbox } from './parts/newest-inbox.tsx';
import { Tiles } from './parts/tiles.tsx';
import './home.css';

/** What there is to do today: orders by figure, meetings, what came in. */
export function Page() {
  const { person } = useViewer();
  return (
    <PageFrame title={HOME.title} about={HOME.greeting(person.displayName)}>
      <Sheet title={HOME.desk}>
        <Tiles />
      </Sheet>
      <div className="home">
        <Sheet title={HOME.meetings}>
          <ComingMeetings />
        </Sheet>
        <Sheet title={HOME.inbox}>
          <NewestInbox />
        </Sheet>
      </div>
    </PageFrame>
  );
}
