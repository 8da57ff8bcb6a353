import { Link, useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { Space } from 'antd';
import { CaseActions } from '../../actions/case-actions.tsx';
import { presetFrom } from '../../actions/form.ts';
import { ShortList } from '../../parts/case-list.tsx';
import { CaseMarks } from '../../parts/case-marks.tsx';
import { DownloadButton } from '../../parts/download-button.tsx';
import { spellDay } from '../../parts/instant.ts';
import { Missing, Reading } from '../../parts/reading.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { linkOf } from '../../shell/features.ts';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useCaseNews } from '../../shell/use-case-news.ts';
import { MeetingsOneDocument, type MeetingsOneQuery } from './gql/graphql.ts';
import { MEETINGS } from './meetings.texts.ts';
import { Agenda, OF_TOPICS } from './parts/agenda.tsx';
import { Attendance } from './parts/attendance.tsx';
import { MeetingFacts } from './parts/meeting-facts.tsx';
import './meetings.css';

export type Meeting = NonNullable<MeetingsOneQuery['jointMeeting']>;

/** One meeting: what is planned, who comes, what is on the agenda and what came of it. */
export function Page() {
  const { id = '' } = useParams();
  const query = useQuery(MeetingsOneDocument, { variables: { id } });
  useCaseNews('jointMeeting', 'resolution');
  return (
    <Reading query={query}>
      {({ jointMeeting }) => (jointMeeting ? <Shown meeting={jointMeeting} /> : <Missing text={MEETINGS.missing} />)}
    </Reading>
  );
}

/** Texts are saved on the page of the minutes, and who is there signs in on theirs. */
const ELSEWHERE = [...OF_TOPICS, 'saveMinutes'];

function Shown({ meeting }: { readonly meeting: Meeting }) {
  const { title, events, calendarUrl, state } = meeting;
  return (
    <PageFrame
      title={title}
      about={<CaseMarks of={meeting} />}
      actions={
        <>
          <CaseActions of={meeting} without={ELSEWHERE} presets={{ edit: presetFrom(meeting) }} />
          {['NOTICED', 'IN_SESSION'].includes(state) && (
            <Link className="ant-btn" to={`/meetings/${meeting.id}/sign-in`}>
              {MEETINGS.openSignIn}
            </Link>
          )}
          <DownloadButton path={calendarUrl}>{MEETINGS.ics}</DownloadButton>
        </>
      }
    >
      <div className="case-sheets">
        <div>
          <Agenda meeting={meeting} />
          <Resolutions meeting={meeting} />
          <Attendance meeting={meeting} />
        </div>
        <div>
          <Sheet title={MEETINGS.facts}>
            <MeetingFacts meeting={meeting} />
          </Sheet>
          <Minutes meeting={meeting} />
          {events.length > 0 && (
            <Sheet title={MEETINGS.timeline}>
              <Timeline events={events} />
            </Sheet>
          )}
        </div>
      </div>
    </PageFrame>
  );
}

function standingOf(minutes: Meeting['minutes']): string {
  if (minutes?.issued) return MEETINGS.issued(minutes.issued.number);
  return minutes?.head ? MEETINGS.draft(minutes.head) : MEETINGS.noMinutes;
}

function Minutes({ meeting: { id, minutes } }: { readonly meeting: Meeting }) {
  return (
    <Sheet title={MEETINGS.minutes}>
      <p className={minutes ? undefined : 'soft'}>{standingOf(minutes)}</p>
      {minutes && (
        <Space wrap>
          <Link className="ant-btn" to={`/meetings/${id}/minutes`}>
            {MEETINGS.openMinutes}
          </Link>
          {minutes.issued && <DownloadButton path={minutes.wordUrl}>{MEETINGS.word}</DownloadButton>}
        </Space>
      )}
    </Sheet>
  );
}

function Resolutions({ meeting: { resolutions } }: { readonly meeting: Meeting }) {
  const lines = resolutions.map(({ id, text, stateLabel, light, dueOn, serial }) => ({
    ...{ id, title: text, to: linkOf('resolution', id), state: stateLabel, light: light ?? null },
    about: [serial, dueOn && MEETINGS.due(spellDay(dueOn))],
  }));
  return (
    <Sheet title={MEETINGS.resolutions}>
      <ShortList lines={lines} empty={MEETINGS.noResolutions} />
    </Sheet>
  );
}
