import { When } from '../../../parts/when.tsx';
import { Sheet } from '../../../shell/page.tsx';
import type { MeetingAttendanceFragment } from '../gql/graphql.ts';
import { MEETINGS, REPLIES } from '../meetings.texts.ts';

type Attendee = MeetingAttendanceFragment['attendees'][number];

/** Who was asked, who answered, who came. */
export function Attendance({ meeting: { attendees, quorum } }: { readonly meeting: MeetingAttendanceFragment }) {
  if (attendees.length === 0) return null;
  return (
    <Sheet title={MEETINGS.attendance}>
      {quorum && <Counted quorum={quorum} />}
      <table className="attendees">
        <thead>
          <tr>
            <th scope="col">{MEETINGS.unit}</th>
            <th scope="col">{MEETINGS.reply}</th>
            <th scope="col">{MEETINGS.signedIn}</th>
          </tr>
        </thead>
        <tbody>
          {attendees.map((attendee) => (
            <tr key={attendee.unit.id}>
              <th scope="row">{attendee.unit.name}</th>
              <td>{saidReply(attendee)}</td>
              <td>
                <Presence attendee={attendee} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

export function Counted({ quorum }: { readonly quorum: NonNullable<MeetingAttendanceFragment['quorum']> }) {
  const { present, needed, reached, attending, substituted, onLeave, unanswered } = quorum;
  return (
    <p role="status">
      <strong>
        {reached ? '● ' : '△ '}
        {reached ? MEETINGS.reached : MEETINGS.notReached}
      </strong>
      ，{MEETINGS.present(present, needed)}。{MEETINGS.replies(attending, substituted, onLeave, unanswered)}
    </p>
  );
}

function saidReply({ entitled, reply, replyReason, substituteName }: Attendee): string {
  if (!reply) return entitled ? MEETINGS.unanswered : MEETINGS.observer;
  const more = replyReason ?? (substituteName && MEETINGS.substitute(substituteName));
  return [REPLIES[reply], more].filter(Boolean).join('，');
}

function Presence({ attendee: { checkedInAt, presentName, late, signedFor } }: { readonly attendee: Attendee }) {
  if (!checkedInAt) return <span className="soft">{MEETINGS.notThere}</span>;
  const marks = [presentName, late && MEETINGS.late, signedFor && MEETINGS.signedFor].filter(Boolean);
  return (
    <>
      ● <When at={checkedInAt} /> {marks.join('，')}
    </>
  );
}
