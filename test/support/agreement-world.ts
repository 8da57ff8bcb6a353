import { randomUUID } from 'node:crypto';
import { dayOf } from '../../api/src/kernel/calendar.ts';
import { pass } from './rules.ts';
import type { Shown, Somebody, UserError } from './somebody.ts';
import { COMMUNITY, DISTRICT, STREET, World } from './world.ts';

export const REASON = '情况有变化，双方已经充分沟通，特此说明。';
export const CLAUSES = [
  '共驻共建\n双方每季度共同开展一次党员志愿服务。',
  '资源开放\n单位周末向居民开放停车场和会议室。',
];
/** The second clause says something else, and there is a third. */
export const OTHER_CLAUSES = [
  '共驻共建\n双方每季度共同开展一次党员志愿服务。',
  '资源开放\n单位工作日晚间向居民开放停车场和会议室。',
  '实事认领\n单位每年至少认领一项社区实事。',
];
export const ITEMS = ['每季度一次志愿服务\n开展四次，参加一百二十人次。'];

/** The people of agreements of one community, and the world they live in. */
export interface AgreementWorld {
  readonly world: World;
  readonly allianceId: string;
  readonly streetAllianceId: string;
  /** The party secretary of the community, and somebody who works for it. */
  readonly secretary: Somebody;
  readonly worker: Somebody;
  readonly committee: Somebody;
  readonly supervisor: Somebody;
  /** Of a member of the street's alliance that has nothing to do with it. */
  readonly outsider: Somebody;
  /** A unit that belongs to no alliance, with its people. */
  newcomer(): Promise<Newcomer>;
}

export interface Newcomer {
  readonly unitId: string;
  readonly lead: Somebody;
  readonly liaison: Somebody;
}

export async function openAgreementWorld(): Promise<AgreementWorld> {
  const world = await World.open();
  const member = await world.unit('演示成员单位', [STREET, COMMUNITY]);
  const [secretary, worker, committee, supervisor, outsider] = await world.people([
    ['COMMUNITY_SECRETARY', COMMUNITY],
    ['COMMUNITY_WORKER', COMMUNITY],
    ['STREET_COMMITTEE', STREET],
    ['SUPERVISOR', DISTRICT],
    ['UNIT_LEAD', member],
  ]);
  const { rows } = await world.sql.query<{ id: string; code: string }>(
    'SELECT id, division_code AS code FROM alliance',
  );
  const idOf = (code: string) => rows.find((row) => row.code === code)!.id;
  let count = 0;
  return {
    ...{ world, allianceId: idOf(COMMUNITY), streetAllianceId: idOf(STREET) },
    ...{ secretary: secretary!, worker: worker!, committee: committee! },
    ...{ supervisor: supervisor!, outsider: outsider! },
    async newcomer() {
      count += 1;
      const unitId = await world.unit(`演示新单位${String(count)}号`, []);
      const [lead, liaison] = await world.people([
        ['UNIT_LEAD', unitId],
        ['UNIT_LIAISON', unitId],
      ]);
      return { unitId, lead: lead!, liaison: liaison! };
    },
  };
}

/** So many days from today, as callers write it. */
export const dayIn = (world: World, days: number): string => dayOf(new Date(world.now().getTime() + days * 86_400_000));

const nameOf = (action: string) => `agreement${action.charAt(0).toUpperCase()}${action.slice(1)}`;
const SHOWN = 'id state version versionNo';

/** Acts on an agreement and expects that it is done. Gives the agreement as it stands then. */
export async function does(
  who: Somebody,
  action: string,
  agreementId: string,
  input: object = {},
  shown = SHOWN,
): Promise<Shown> {
  const { payload, error, answer } = await who.calls(
    nameOf(action),
    { agreementId, ...input },
    `agreement { ${shown} }`,
  );
  if (error || !payload)
    throw new Error(`${action}: ${error?.code ?? ''} ${error?.message ?? ''} ${JSON.stringify(answer.errors)}`);
  return payload['agreement'] as Shown;
}

/** Acts on an agreement and expects that it is refused. Gives the refusal. */
export async function isRefused(
  who: Somebody,
  action: string,
  agreementId: string,
  input: object = {},
): Promise<UserError> {
  const { payload, error, answer } = await who.calls(nameOf(action), { agreementId, ...input }, 'agreement { id }');
  if (!error) throw new Error(`${action} was not refused: ${JSON.stringify(payload ?? answer.errors)}`);
  return error;
}

export const seen = async (who: Somebody, id: string, shown = SHOWN): Promise<Shown | null> =>
  (await who.reads(`query ($id: ID!) { agreement(id: $id) { ${shown} } }`, { id }))['agreement'] as Shown | null;

export const draftOf = ({ world, allianceId }: AgreementWorld, unitId: string, more: object = {}) => ({
  ...{ allianceId, unitId, title: '共驻共建协议书', clauses: CLAUSES, idempotencyKey: randomUUID() },
  ...{ startsOn: dayIn(world, 0), endsOn: dayIn(world, 199) },
  ...more,
});

/** A draft of the community for the unit. Gives its id. */
export async function drafted(cast: AgreementWorld, unitId: string, more: object = {}): Promise<string> {
  const { payload, error } = await cast.secretary.calls(
    'agreementCreate',
    draftOf(cast, unitId, more),
    'agreement { id }',
  );
  if (error || !payload) throw new Error(`create: ${error?.code ?? ''} ${error?.message ?? ''}`);
  return payload['agreement'].id as string;
}

export type Reached = 'DRAFT' | 'NEGOTIATING' | 'TO_SIGN' | 'ONE_SIGNED' | 'SIGNED' | 'ACTIVE';

/** An agreement of the unit that has come so far, by the shortest way. */
export async function agreementIn(
  cast: AgreementWorld,
  state: Reached,
  of: Newcomer,
  more: object = {},
): Promise<string> {
  const begins = state === 'SIGNED' ? { startsOn: dayIn(cast.world, 10), endsOn: dayIn(cast.world, 209) } : {};
  const id = await drafted(cast, of.unitId, { ...begins, ...more });
  const way: readonly (readonly [Reached, () => Promise<unknown>])[] = [
    ['NEGOTIATING', () => does(cast.secretary, 'send', id)],
    ['TO_SIGN', () => does(of.liaison, 'agree', id)],
    ['ONE_SIGNED', () => does(of.lead, 'sign', id)],
    [state === 'SIGNED' ? 'SIGNED' : 'ACTIVE', () => does(cast.secretary, 'sign', id)],
  ];
  if (state === 'DRAFT') return id;
  for (const [reached, step] of way) {
    await step();
    if (reached === state) return id;
  }
  return id;
}

export interface KeptMember {
  readonly since: Date;
  readonly until: Date;
}

/** The membership that an agreement gave, as it is kept. */
export async function membershipOf({ world }: AgreementWorld, agreementId: string): Promise<KeptMember | null> {
  const { rows } = await world.sql.query<KeptMember>(
    'SELECT lower(term) AS since, upper(term) AS until FROM alliance_member WHERE agreement_id = $1',
    [agreementId],
  );
  return rows[0] ?? null;
}

/** Is the unit listed among the members of the alliance of the community now? */
export async function isListed({ outsider, allianceId }: AgreementWorld, unitId: string): Promise<boolean> {
  const query = `query ($id: ID!) { alliance(id: $id) { members(first: 100) { nodes { unit { id } } } } }`;
  const { alliance } = await outsider.reads(query, { id: allianceId });
  return (alliance.members.nodes as { unit: { id: string } }[]).some(({ unit }) => unit.id === unitId);
}

/** Time passes to so many minutes after an instant (before it, when negative). */
export const passTo = ({ world }: AgreementWorld, instant: Date, minutes: number): Promise<void> =>
  pass(world, { minutes: (instant.getTime() - world.now().getTime()) / 60_000 + minutes });
