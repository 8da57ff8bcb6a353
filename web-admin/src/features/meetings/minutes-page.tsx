import { Link, useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { Alert } from 'antd';
import { CaseActions } from '../../actions/case-actions.tsx';
import { CaseMarks } from '../../parts/case-marks.tsx';
import { DownloadButton } from '../../parts/download-button.tsx';
import { Missing, Reading } from '../../parts/reading.tsx';
import { PageFrame } from '../../shell/page.tsx';
import { useCaseNews } from '../../shell/use-case-news.ts';
import { MeetingsMinutesDocument, type MeetingsMinutesQuery } from './gql/graphql.ts';
import { MEETINGS } from './meetings.texts.ts';
import { MinutesEditor } from './parts/minutes-editor.tsx';
import { Countersigns, Errata, MinutesReader, MinutesVersions } from './parts/minutes-papers.tsx';
import './meetings.css';

type Meeting = NonNullable<MeetingsMinutesQuery['jointMeeting']>;

const OF_MINUTES = ['sendForCountersign', 'countersign', 'object', 'settle', 'redraft', 'addErratum'];

/** The minutes of one meeting: written, countersigned, issued. */
export function Page() {
  const { id = '' } = useParams();
  const query = useQuery(MeetingsMinutesDocument, { variables: { id } });
  useCaseNews('jointMeeting');
  return (
    <Reading query={query}>
      {({ jointMeeting }) =>
        jointMeeting?.minutes ? (
          <Shown meeting={jointMeeting} minutes={jointMeeting.minutes} />
        ) : (
          <Missing text={MEETINGS.missing} />
        )
      }
    </Reading>
  );
}

interface ShownProps {
  readonly meeting: Meeting;
  readonly minutes: NonNullable<Meeting['minutes']>;
}

function Shown({ meeting, minutes }: ShownProps) {
  const { id, title, viewerActions } = meeting;
  const writes = viewerActions.some(({ action }) => action === 'saveMinutes');
  const others = viewerActions.map(({ action }) => action).filter((action) => !OF_MINUTES.includes(action));
  return (
    <PageFrame
      title={`${MEETINGS.minutes}：${title}`}
      about={<CaseMarks of={meeting} />}
      actions={
        <>
          <CaseActions of={meeting} without={others} />
          {minutes.issued && (
            <DownloadButton path={minutes.wordUrl} primary>
              {MEETINGS.word}
            </DownloadButton>
          )}
          <Link to={`/meetings/${id}`}>{MEETINGS.backToMeeting}</Link>
        </>
      }
    >
      {minutes.issued && <Alert type="success" showIcon title={MEETINGS.issued(minutes.issued.number)} />}
      {Boolean(minutes.objectionsOpen) && (
        <Alert type="warning" showIcon title={MEETINGS.objectionsOpen(minutes.objectionsOpen ?? 0)} />
      )}
      <div className="case-sheets">
        <div>{writes ? <MinutesEditor id={id} minutes={minutes} /> : <MinutesReader minutes={minutes} />}</div>
        <div>
          <Countersigns minutes={minutes} />
          <Errata minutes={minutes} />
          <MinutesVersions minutes={minutes} />
        </div>
      </div>
    </PageFrame>
  );
}
