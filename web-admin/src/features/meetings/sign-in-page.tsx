import { useEffect, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { openAction } from '../../actions/requests.ts';
import { Missing, Reading } from '../../parts/reading.tsx';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useCaseNews } from '../../shell/use-case-news.ts';
import { MeetingsSignInDocument, type MeetingsSignInQuery } from './gql/graphql.ts';
import { MEETINGS } from './meetings.texts.ts';
import { Attendance } from './parts/attendance.tsx';
import './meetings.css';

type Meeting = NonNullable<MeetingsSignInQuery['jointMeeting']>;

const OFTEN_MS = 5000;

/** At the door: the code for whoever keeps the record, the way in for the units. */
export function Page() {
  const { id = '' } = useParams();
  const query = useQuery(MeetingsSignInDocument, { variables: { id }, pollInterval: OFTEN_MS });
  useCaseNews('jointMeeting');
  return (
    <Reading query={query}>
      {({ jointMeeting }) => (jointMeeting ? <Shown meeting={jointMeeting} /> : <Missing text={MEETINGS.missing} />)}
    </Reading>
  );
}

function Shown({ meeting }: { readonly meeting: Meeting }) {
  const { id, title, state } = meeting;
  const sits = ['NOTICED', 'IN_SESSION'].includes(state);
  return (
    <PageFrame
      title={`${MEETINGS.signIn}：${title}`}
      actions={<Link to={`/meetings/${id}`}>{MEETINGS.backToMeeting}</Link>}
    >
      {sits ? <Door meeting={meeting} /> : <Sheet>{MEETINGS.noSignIn}</Sheet>}
    </PageFrame>
  );
}

function Door({ meeting }: { readonly meeting: Meeting }) {
  const { checkInCode, viewerReply } = meeting;
  return (
    <div className="sign-in">
      <Sheet>
        {checkInCode ? <Poster meeting={meeting} /> : <CheckIn meeting={meeting} />}
        {viewerReply?.checkedInAt && <p role="status">● {MEETINGS.checkedIn(viewerReply.presentName ?? '')}</p>}
      </Sheet>
      <Attendance meeting={meeting} />
    </div>
  );
}

/** The code changes every minute: so does the picture. */
function Poster({ meeting: { id, checkInCode } }: { readonly meeting: Meeting }) {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => setTurn((was) => was + 1), 4 * OFTEN_MS);
    return () => window.clearInterval(timer);
  }, []);
  return (
    <>
      <img src={`/meetings/${id}/sign-in.svg?turn=${String(turn)}`} alt={MEETINGS.poster} />
      <p>
        {MEETINGS.code}：<strong className="sign-in-figure">{checkInCode}</strong>
      </p>
      <p className="soft">{MEETINGS.codeAbout}</p>
    </>
  );
}

/** Whoever came by the picture has the code in the address. */
function CheckIn({ meeting }: { readonly meeting: Meeting }) {
  const [params] = useSearchParams();
  const code = params.get('code');
  const offered = meeting.viewerActions.find(({ action }) => action === 'checkIn');
  if (!offered) return <p>{MEETINGS.noSignIn}</p>;
  const open = () =>
    openAction({
      mutation: offered.mutation,
      subject: { id: meeting.id, version: meeting.version },
      ...(code && { preset: { code } }),
    });
  return (
    <>
      <p>{MEETINGS.codeAbout}</p>
      <Button type="primary" size="large" onClick={open}>
        {offered.label}
      </Button>
    </>
  );
}
