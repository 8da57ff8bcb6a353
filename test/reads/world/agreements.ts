import { v7 } from 'uuid';
import { COMMUNITY, DISTRICT, STREET } from '../../support/world.ts';
import { write } from './offers.ts';
import type { RichCast } from './rich-world.ts';

const STATES = ['DRAFT', 'NEGOTIATING', 'TO_SIGN', 'ONE_SIGNED', 'SIGNED', 'ACTIVE', 'EXPIRING', 'TERMINATING', 'EXPIRED', 'TERMINATED', 'WITHDRAWN'] as const; // prettier-ignore
const SIDES = ['ALLIANCE', 'UNIT'] as const;
const day = (days: number, rest = '') => new Date(Date.UTC(2026, 10, 2 + days, 3)).toISOString().replace('Z', `${rest}Z`); // prettier-ignore

const clauses = (n: number) => [
  { title: `第"${String(n)}"条`, text: '双方\n共驻\\共建💡' },
  { title: '资源', text: `"开放"${String(n)}` },
];
const changes = (n: number) => [
  { kind: 'CHANGED', title: '资源', before: `"${String(n)}"`, after: '开\n放', words: [{ kind: 'REMOVED', text: '"' }, { kind: 'ADDED', text: '放\\' }] },
  { kind: n % 2 ? 'ADDED' : 'REMOVED', title: '别的', before: n % 2 ? null : '旧', after: n % 2 ? '新' : null, words: [] },
]; // prettier-ignore

/** Agreements in every state with a street and with a community, of units for each state, with all that hangs on them. */
export async function agreementsInAllStates(rich: RichCast): Promise<void> {
  const { world, unitId, extraUnitId, outsideUnitId, everybody } = rich;
  const { rows } = await world.sql.query<{ id: string; code: string }>('SELECT id, division_code AS code FROM alliance');
  const people = [everybody.committee, everybody.community, everybody.claiming].map(({ who }) => who.id);
  const units: string[] = [];
  for (const [n] of STATES.entries()) units.push(await world.unit(`演示"签约"单位${String(n)}`, []));
  const known = { EXPIRED: unitId, TERMINATED: extraUnitId, WITHDRAWN: outsideUnitId } as Readonly<Record<string, string>>;
  const agreements = STATES.flatMap((state, s) =>
    // eslint-disable-next-line complexity -- every column in more than one form, nothing is decided
    [STREET, COMMUNITY].map((code, c) => {
      const n = 2 * s + c;
      const side = SIDES[n % 2]!;
      const sent = state === 'DRAFT' ? 0 : 2;
      return {
        ...{ id: v7(), state, version: n, entered_at: day(-n, '456'), due_at: n % 2 ? null : day(3), yellow_at: n % 2 ? null : day(1) },
        ...{ alliance_id: rows.find((row) => row.code === code)!.id, unit_id: known[state] ?? units[s], district_code: DISTRICT },
        ...{ street_code: STREET, community_code: c ? code : null, title: `协议"${String(n)}"`, template: n % 3 ? null : '示范文本\\一' },
        ...{ starts_on: '2026-01-01', ends_on: `2027-0${String(1 + (n % 9))}-15`, clauses: clauses(n), drafter_id: people[n % 3] },
        ...{ alliance_liaison_id: n % 3 ? people[0] : null, unit_liaison_id: people[2], version_no: sent, turn_side: side, revision: sent },
        ...{ signed_side: n % 3 ? null : side, in_force_no: sent || null, amendment_no: n % 4 ? null : 2, amendment_side: n % 4 ? null : side },
        ...{ renewal_ends_on: n % 5 ? null : '2029-12-31', renewal_side: n % 5 ? null : side, review_count: 1, reviewed_at: day(-3) },
        ...{ warned_at: n % 3 ? null : day(-3, '9'), notice_side: state === 'TERMINATING' ? side : null, notice_ends_at: n % 3 ? null : day(9) },
        ...{ created_at: day(-99, '001'), active_at: s >= 5 && s < 10 ? day(-90) : null, ended_at: s >= 8 ? day(-1) : null },
      };
    }),
  );
  await write(world, 'agreement', agreements);
  const each = <T>(make: (at: { agreement_id: string; person_id: string | undefined; at: string }, n: number) => T) =>
    agreements.map(({ id }, n) => make({ agreement_id: id, person_id: people[n % 3], at: day(-n, '123') }, n));
  const term = { starts_on: '2026-01-01', ends_on: '2027-01-01' };
  await write(world, 'agreement_version', each((of, n) => [1, 2].map((k) => ({
    ...of, ...term, n: k, clauses: clauses(n + k), changes: k === 1 ? [] : changes(n), by_side: SIDES[k - 1], note: n % 2 ? null : '说"明"',
    person_id: k === 1 && n % 2 ? null : of.person_id }))).flat());
  await write(world, 'agreement_signature', each((of, n) => ({
    ...of, ...term, revision: 1 + (n % 2), side: SIDES[n % 2], paper: (['AGREEMENT', 'AMENDMENT', 'RENEWAL'] as const)[n % 3], version_n: 1, post_label: '"演示"书记' })));
  await write(world, 'agreement_statement', each((of, n) => SIDES.slice(n % 2).map((side) => ({
    ...of, round: 2, side, items: [{ promised: '每季"一次"', done: `已\n做${String(n)}` }], remark: n % 3 ? null : '总\\体' }))).flat());
  await write(world, 'agreement_review', each((of, n) => ({ ...of, round: 1, verdict: n % 2 ? 'WARNED' : 'FULFILLED', remark: n % 2 ? '未按约定开放"停车场"' : null })));
} // prettier-ignore
