import { v7 } from 'uuid';
import { meetingProcess } from '../../../api/src/modules/meetings/index.ts';
import { COMMUNITY, DISTRICT, OTHER_COMMUNITY, OTHER_STREET, STREET } from '../../support/world.ts';
import { write } from './offers.ts';
import type { RichCast } from './rich-world.ts';

const PLACES = [
  [STREET, null],
  [STREET, COMMUNITY],
  [STREET, OTHER_COMMUNITY],
  [OTHER_STREET, null],
] as const;
const STATES = Object.keys(meetingProcess.states);
const REPLIES = ['ATTEND', 'LEAVE', 'SUBSTITUTE', null] as const;
const OUTCOMES = ['INFORM', 'DISCUSS', 'RESOLVE', 'DEFER', 'REJECT', null] as const;
const VOTES = ['FOR', 'AGAINST', 'ABSTAIN'] as const;
const day = (days: number, rest = '') => new Date(Date.UTC(2026, 9, 2 + days, 3)).toISOString().replace('Z', `${rest}Z`); // prettier-ignore

/** Joint meetings in every state and for every kind of place, with agenda, answers, votes and a cadence of their own. */
export async function jointMeetings(rich: RichCast): Promise<void> {
  const { world } = rich;
  await world.sql.query(
    `INSERT INTO alliance (id, division_code, name, led_by) SELECT uuidv7(), code, '演示联盟', '演示党组织' FROM unnest($1::text[]) code ON CONFLICT DO NOTHING`,
    [PLACES.map(([street, community]) => community ?? street)],
  );
  const { rows } = await world.sql.query<{ id: string; code: string }>('SELECT id, division_code AS code FROM alliance');
  const meetings = meetingsOf(rich, new Map(rows.map(({ id, code }) => [code, id])));
  await write(world, 'joint_meeting', meetings);
  const topics = topicsOf(rich, meetings);
  await write(world, 'meeting_topic', topics);
  const attendees = attendeesOf(rich, meetings);
  await write(world, 'meeting_attendee', attendees);
  const voted = attendees.filter(({ entitled, checked_in_at }) => entitled && checked_in_at !== null);
  const person = rich.everybody.claiming.who.id;
  const votes = voted.flatMap(({ meeting_id, unit_id }, n) =>
    topics.filter((topic) => topic.meeting_id === meeting_id && topic.on_agenda).map(({ id }) => ({ meeting_id, topic_id: id, unit_id, entitled: true, vote: VOTES[n % 3], dissent: n % 4 ? null : '不"同意"', person_id: person, at: day(n, '321') })));
  await write(world, 'meeting_vote', votes);
  await write(world, 'meeting_cadence', rows.slice(0, 2).map(({ id }, n) => ({ alliance_id: id, per_year: n ? 12 : 2, set_at: day(0) })));
} // prettier-ignore

const reached = (state: string, from: string) => STATES.indexOf(state) >= STATES.indexOf(from) && state !== 'CANCELLED';

function meetingsOf({ everybody, unitId, extraUnitId }: RichCast, alliances: ReadonlyMap<string, string>) {
  const planner = everybody.committee.who.id;
  return STATES.flatMap((state, s) =>
    PLACES.map(([street, community], p) => {
      const n = s * PLACES.length + p;
      const code = community ?? street;
      const [locked, over, issued] = (['NOTICED', 'MINUTES_DRAFT', 'ISSUED'] as const).map((from) => reached(state, from));
      const opened = reached(state, 'IN_SESSION');
      return {
        ...{ id: v7(), state, version: n + 1, entered_at: day(n), due_at: n % 2 ? null : day(33), yellow_at: n % 2 ? null : day(30), created_at: day(-n, '456') },
        ...{ alliance_id: alliances.get(code), convener_code: code, district_code: DISTRICT, street_code: street, community_code: community },
        ...{ kind: n % 3 ? 'REGULAR' : 'SPECIAL', year: 2026, ordinal: s + 1, title: `第“${String(n)}”次会议`, place: '会议室', starts_at: day(n), ends_at: day(n + 1) },
        ...{ quorum_percent: 30 + n, planner_id: planner, recorder_id: n % 2 ? everybody.community.who.id : null, topics_until: day(n - 5), notice_by: day(n - 3), reply_by: day(n - 1) },
        ...{ notice_text: locked ? '请"准时"\n参加' : null, locked_at: locked ? day(n) : null, entitled_unit_ids: locked ? [unitId, extraUnitId] : [], postponed_count: n % 3 },
        ...{ opened_at: opened ? day(n, '001') : null, adjourned_at: over ? day(n + 1) : null, quorum_reached: over ? n % 2 === 0 : null, observers: over ? '街道演示科' : null },
        ...{ minutes_number: issued ? `〔2026〕${String(n)}号` : null, issued_at: issued ? day(n + 2) : null, head_n: 0, objections_open: 0 },
        check_in_secret: `\\x${'ab'.repeat(16)}${String(n).padStart(32, '0')}`,
      };
    }),
  );
} // prettier-ignore

type Made = ReturnType<typeof meetingsOf>;

function topicsOf({ everybody, unitId, orders }: RichCast, meetings: Made) {
  const recorder = everybody.community.who.id;
  return meetings.flatMap(({ id, state }, m) =>
    [0, 1, 2, 3].map((n) => {
      const onAgenda = n < 3;
      const outcome = onAgenda && reached(state, 'IN_SESSION') ? OUTCOMES[(m + n) % 6]! : null;
      return {
        ...{ id: v7(), meeting_id: id, position: n + 1, title: `议题“${String(n)}”`, about: '说\n明', minutes: 10 + n, source: n ? 'PROPOSED' : 'CARRIED_ORDER' },
        ...{ proposer_id: n ? everybody.claiming.who.id : null, proposer_unit_id: n === 1 ? unitId : null, order_id: n ? null : orders[m % orders.length] },
        ...{ on_agenda: onAgenda, set_aside: onAgenda || m % 2 ? null : '不属于本次会议', withdrawn_at: onAgenda || m % 2 === 0 ? null : day(m), created_at: day(m) },
        ...(outcome && { outcome, outcome_text: '同"意"', recorded_at: day(m, '999'), recorded_by: recorder }),
        ...(outcome === 'RESOLVE' && { votes_for: 2, votes_against: 1, votes_abstained: 0, dissent: '保留' }),
      };
    }),
  );
} // prettier-ignore

function attendeesOf({ unitId, extraUnitId, outsideUnitId, everybody }: RichCast, meetings: Made) {
  const person = everybody.claiming.who.id;
  return meetings
    .filter(({ locked_at }) => locked_at !== null)
    .flatMap(({ id, opened_at }, m) =>
      [unitId, extraUnitId, outsideUnitId].map((unit, u) => {
        const reply = REPLIES[(m + u) % 4]!;
        const came = opened_at !== null && reply !== 'LEAVE';
        const substitute = reply === 'SUBSTITUTE';
        return {
          ...{ meeting_id: id, unit_id: unit, entitled: u < 2, reply, reply_reason: reply === 'LEAVE' ? '外出' : null },
          ...{ substitute_name: substitute ? '示例乙' : null, mandate: substitute ? '全"权"' : null },
          ...{ replied_at: reply && day(m, '555'), replied_by: reply && person, previous_reply: m % 3 ? null : 'ATTEND' },
          ...{ checked_in_at: came ? day(m, '777') : null, checked_in_by: came ? person : null },
          ...{ present_name: came ? '示例甲' : null, signed_for: m % 2 === 0, late: u === 1 },
        };
      }),
    );
} // prettier-ignore
