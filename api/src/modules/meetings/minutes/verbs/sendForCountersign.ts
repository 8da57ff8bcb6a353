import { line, many } from '../../../../kernel/field.ts';
import type { Transaction } from '../../../../platform/process/transaction.ts';
import { meetingVerb } from '../../meeting/meeting.case.ts';
import type { MeetingRow } from '../../meeting/meeting.row.ts';
import { MOST_SECTIONS } from '../../meeting/meeting.topics.ts';
import { minutesReasons } from '../minutes.reasons.ts';
import { refuseIncomplete, resolutionsOf } from '../resolutions.ts';
import { issueWhen } from '../signing.ts';

const READY = `
  SELECT EXISTS (SELECT FROM minutes_sending s WHERE s.meeting_id = m.id AND s.n = m.head_n) AS sent,
    array(SELECT key FROM minutes_section s WHERE s.meeting_id = m.id AND s.n = m.head_n) AS keys,
    (SELECT jsonb_build_object('n', b.n, 'by', p.name) FROM minutes_branch b LEFT JOIN person p ON p.id = b.person_id
      WHERE b.meeting_id = m.id ORDER BY b.n LIMIT 1) AS branch,
    array(SELECT a.unit_id FROM meeting_attendee a WHERE a.meeting_id = m.id AND a.entitled AND a.checked_in_at IS NOT NULL) AS units
  FROM joint_meeting m WHERE m.id = $1`;

interface Ready {
  readonly sent: boolean;
  readonly keys: readonly string[];
  readonly branch: { readonly n: number; readonly by: string | null } | null;
  readonly units: readonly string[];
}

const SEND = `INSERT INTO minutes_sending (meeting_id, n, public_keys, person_id, at) VALUES ($1, $2, $3::text[], $4, $5)`;

export const sendForCountersign = meetingVerb('sendForCountersign', {
  label: '送会签',
  about: 'Asks the units that attended to sign the latest version, and says which parts of it will be public.',
  input: {
    publicSections: many(line('公开部分', 'Keys of the parts that residents may read once issued.', { max: 60 }), {
      max: MOST_SECTIONS,
    }),
  },
  asks: ({ subject, transaction: { rows } }) => rows<Ready>('minutes-ready', READY, [subject.id]),
  async effect({ row, asked: [ready], input, viewer, transaction }) {
    const { units } = await checked(row, ready!, input.publicSections, transaction);
    const { headN: n } = row;
    const values = [row.id, n, input.publicSections, viewer.personId, transaction.now];
    transaction.later({ name: 'minutes-send', text: SEND, values });
    Object.assign(row, { objectionsOpen: 0, silencedAt: null });
    const then = issueWhen(row, units.length);
    return { unitIds: units, data: { n, units: [...units], publicSections: input.publicSections }, then };
  },
});

/** Refuses what cannot be signed: nothing, what was signed before, what somebody's text is still missing in, or what is not complete. */
async function checked(row: MeetingRow, ready: Ready, publicSections: readonly string[], transaction: Transaction) {
  const { sent, keys, branch } = ready;
  const { headN: head } = row;
  if (head === 0) minutesReasons.refuse('MINUTES_NONE');
  if (branch) minutesReasons.refuse('MINUTES_BRANCH_OPEN', { values: { n: branch.n, by: branch.by ?? '', head } });
  if (sent) minutesReasons.refuse('MINUTES_SENT_BEFORE', { values: { n: head } });
  if (publicSections.some((key) => !keys.includes(key)))
    minutesReasons.refuse('MINUTES_PUBLIC_UNKNOWN', { path: ['input', 'publicSections'] });
  refuseIncomplete(await resolutionsOf(row.id, transaction), '送会签');
  return ready;
}
