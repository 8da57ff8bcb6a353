import { v7 } from 'uuid';
import { needProcess, projectProcess } from '../../../api/src/modules/projects/index.ts';
import { COMMUNITY, DISTRICT, OTHER_COMMUNITY, OTHER_STREET, STREET } from '../../support/world.ts';
import { write } from './offers.ts';
import type { RichCast } from './rich-world.ts';

const PLACES = [
  [STREET, null],
  [STREET, COMMUNITY],
  [STREET, OTHER_COMMUNITY],
  [OTHER_STREET, null],
] as const;
const PRIVACY = ['PUBLIC', 'ALLIANCE', 'INSIDERS'] as const;
const KINDS = ['VENUE', 'GOODS', 'SKILL', 'PEOPLE', 'SERVICE', 'FUNDS_IN_KIND'] as const;
const OWNERS = ['RESIDENTS', 'COMMUNITY', 'UNIT'] as const;

const day = (days: number, rest = '') => new Date(Date.UTC(2026, 10, 2 + days, 3)).toISOString().replace('Z', `${rest}Z`); // prettier-ignore

/** Needs and projects of members and strangers, in every state and for every kind of place, with what hangs on them. */
export async function needsAndProjects(rich: RichCast): Promise<void> {
  const { world } = rich;
  const needs = needsOf(rich);
  const projects = projectsOf(rich);
  await write(world, 'need', needs);
  await write(world, 'project', projects);
  await write(world, 'project_need', projects.map(({ id }, n) => ({ project_id: id, need_id: needs[(n * 5) % needs.length]!.id })));
  const steps = projects.flatMap(({ id }, n) => [0, 1].map((step) => ({ id: v7(), project_id: id, title: `第“${String(step)}”步`, due_on: '2026-12-01', done_on: n % 2 ? '2026-11-02' : null, note: n % 2 ? '做了' : null })));
  await write(world, 'project_milestone', steps);
  const people = [rich.everybody.orderer, rich.everybody.enterer].map(({ who }) => who.id);
  const voices = projects.flatMap(({ id }, n) => people.slice(n % 2).map((person) => ({ project_id: id, round: 1, person_id: person, satisfied: n % 3 === 0, asked: 2, pleased: n % 2, relayed: n % 2 === 1, text: n % 4 ? '还"可以"' : null, at: day(n, '789') })));
  await write(world, 'project_voice', voices);
  const facts = [{ fit: 'KIND', points: 30 }, { fit: 'NO_RECORD', points: 5 }];
  const { rows } = await world.sql.query<{ id: string; offer: string; unit: string }>('SELECT id, offer_id AS offer, offer_unit_id AS unit FROM booking ORDER BY id');
  const matches = needs.flatMap(({ id }, n) => {
    const { id: booking, offer, unit } = rows[n % rows.length]!;
    return [0, 1].map((one) => ({ id: v7(), need_id: id, unit_id: unit, offer_id: offer, booking_id: booking, score: 35, facts: one ? facts : [], at: day(n), ended_at: one ? null : day(n + 1) }));
  });
  await write(world, 'need_match', matches);
} // prettier-ignore

function needsOf({ unitId, extraUnitId, outsideUnitId, everybody }: RichCast) {
  const units = [unitId, extraUnitId, outsideUnitId];
  return Object.keys(needProcess.states).flatMap((state, s) =>
    PLACES.flatMap(([street, community], p) =>
      PRIVACY.map((privacy, v) => {
        const n = (s * PLACES.length + p) * 3 + v;
        const owner = OWNERS[(s + v) % 3]!;
        return {
          ...{ id: v7(), state, version: n + 1, entered_at: day(-n), due_at: n % 2 ? null : day(3), yellow_at: n % 2 ? null : day(1) },
          ...{ owner_kind: owner, unit_id: owner === 'UNIT' ? units[n % 3] : null, source: 'FORM', category_code: n % 2 ? 'CULTURE_SPORT' : 'PUBLIC_FACILITY' },
          ...{ kind: KINDS[n % 6], title: `"演示"需求\\${String(n)}`, about: '想要\n两行', amount: n + 1, measure: '场', urgency: 'SOON' },
          ...{ wanted_from: n % 3 ? day(n % 7) : null, wanted_until: n % 3 ? day((n % 7) + 1) : null, privacy },
          ...{ district_code: DISTRICT, street_code: street, community_code: community, search: 'yanshi xuqiu 演示' },
          ...{ collector_id: everybody.enterer.who.id, reviewer_id: everybody.reviewer.who.id, sent_back_at: n % 4 ? null : day(-1) },
          ...{ giver_unit_id: state === 'MATCHED' ? units[(n + 1) % 3] : null, result: state === 'FULFILLED' ? '有了' : null },
          ...{ published_at: day(-3), fulfilled_at: state === 'FULFILLED' ? day(-1, '321') : null, created_at: day(-20) },
        };
      }),
    ),
  );
} // prettier-ignore

function projectsOf({ unitId, extraUnitId, outsideUnitId, everybody }: RichCast) {
  const units = [unitId, extraUnitId, outsideUnitId];
  const person = everybody.enterer.who.id;
  return Object.keys(projectProcess.states).flatMap((state, s) =>
    PLACES.map(([street, community], p) => {
      const n = s * PLACES.length + p;
      const taken = !['PROPOSED', 'AGREED'].includes(state);
      return {
        ...{ id: v7(), state, version: 1, round: 1, entered_at: day(-n), due_at: n % 2 ? null : day(3), yellow_at: n % 2 ? null : day(1) },
        ...{ title: `"演示"项目\\${String(n)}`, goal: '更好\n一些', measures: '做事', due_on: '2026-12-18', beneficiaries: n + 1 },
        ...{ district_code: DISTRICT, street_code: street, community_code: community, search: 'yanshi xiangmu 演示' },
        ...{ proposer_id: person, proposer_unit_id: n % 2 ? units[n % 3] : null, unit_id: taken ? units[(n + 1) % 3] : null },
        ...{ responsible_id: taken ? person : null, claimed_at: taken ? day(-5) : null, paused_until: state === 'PAUSED' ? '2026-11-20' : null },
        ...{ extend_count: 0, rework_count: n % 2, result: taken ? '做好了' : null, served: taken ? n : null, executor_id: taken ? person : null },
        ...{ checker_id: taken ? everybody.reviewer.who.id : null, checker_unit_ids: [], serial: state === 'CLEARED' ? `销-${String(n)}` : null },
        ...{ cleared_at: state === 'CLEARED' ? day(-1) : null, created_at: day(-20) },
      };
    }),
  );
} // prettier-ignore
