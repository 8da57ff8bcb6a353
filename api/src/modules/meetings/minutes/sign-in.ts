import { sayTime } from '../../../kernel/said-time.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import type { MeetingRow } from '../meeting/meeting.row.ts';
import type { CheckInPoster } from './check-in-poster.ts';
import { sayClock } from './minutes.words.ts';
import { minutesReasons } from './minutes.reasons.ts';

const MINUTE = 60_000;
/** A code is new every minute and is taken for one more. */
const HOLDS = 2;
const CODE = 'SELECT check_in_code(check_in_secret, $2) AS code FROM joint_meeting WHERE id = $1';

/** What is shown at the door of a meeting at this moment. Refuses where nobody can sign in. */
export async function posterOf(row: MeetingRow, address: string, { rows, now }: Transaction): Promise<CheckInPoster> {
  if (!['NOTICED', 'IN_SESSION'].includes(row.state)) minutesReasons.refuse('MEETING_NO_SIGN_IN');
  const [found] = await rows<{ code: string }>('meeting-code', CODE, [row.id, now]);
  const { code } = found!;
  const until = new Date((Math.floor(now.getTime() / MINUTE) + HOLDS) * MINUTE);
  return {
    ...{
      title: row.title,
      when: sayTime(row.startsAt),
      place: row.place,
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    },
    ...{ address: `${address}/sign-in?code=${code}`, until: sayClock(until) },
  };
}
