import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { Shown, Somebody } from './somebody.ts';
import { COMMUNITY, DISTRICT, STREET, World, type WorldOptions } from './world.ts';

/** The people of one order, and the world they live in. */
export interface OrderWorld {
  readonly world: World;
  readonly resident: Somebody;
  readonly reviewer: Somebody;
  readonly otherReviewer: Somebody;
  readonly committee: Somebody;
  readonly community: Somebody;
  readonly supervisor: Somebody;
  /** Liaisons of two member units. */
  readonly liaison: Somebody;
  readonly rival: Somebody;
  readonly unitId: string;
  readonly rivalUnitId: string;
}

export async function openOrderWorld(options: WorldOptions = {}): Promise<OrderWorld> {
  const world = await World.open(options);
  const unitId = await world.unit('演示物业甲');
  const rivalUnitId = await world.unit('演示学校乙');
  const [resident, reviewer, otherReviewer, committee, community, supervisor, liaison, rival] = await world.people([
    ...([
      ['RESIDENT', COMMUNITY],
      ['STREET_REVIEWER', STREET],
      ['STREET_REVIEWER', STREET],
      ['STREET_COMMITTEE', STREET],
    ] as const),
    ...([
      ['COMMUNITY_WORKER', COMMUNITY],
      ['SUPERVISOR', DISTRICT],
      ['UNIT_LIAISON', unitId],
      ['UNIT_LIAISON', rivalUnitId],
    ] as const),
  ]);
  return {
    ...{ world, unitId, rivalUnitId },
    ...{ resident: resident!, reviewer: reviewer!, otherReviewer: otherReviewer!, committee: committee! },
    ...{ community: community!, supervisor: supervisor!, liaison: liaison!, rival: rival! },
  };
}

export const REASON = '这是一条足够长的理由说明';
export const REQUEST = {
  ...{
    category: 'PUBLIC_FACILITY',
    title: '修路灯',
    content: '三号门的路灯不亮了',
    place: COMMUNITY,
    estate: '演示小区',
    door: '3-2-101',
  },
  ...{ publishConsent: true, contactConsent: true, channel: 'ONLINE', photos: [] },
};
export const APPROVAL = { audience: 'ALL', units: [], urgency: 'NORMAL', needKind: 'REPAIR' };

export const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#c8102e' } })
    .png()
    .toBuffer();

/** Opens a draft. */
export async function draft(by: Somebody, more: object = {}): Promise<string> {
  const input = { ...REQUEST, ...more, idempotencyKey: randomUUID() };
  const { payload, error, answer } = await by.calls('orderCreate', input, 'order { id state }');
  if (error || !payload)
    throw new Error(`create: ${error?.code ?? ''} ${error?.message ?? ''} ${JSON.stringify(answer.errors)}`);
  return (payload['order'] as Shown)['id'] as string;
}

/** A plan that fits every limit. */
export function plan(world: World): object {
  const inHours = (hours: number) => new Date(world.now().getTime() + hours * 3_600_000).toISOString();
  return { plannedStart: inHours(1), plannedFinish: inHours(20) };
}

/** The way of an order up to a state, one step after the other. */
export const TO_STATE = {
  DRAFT: [],
  SUBMITTED: ['submit'],
  NEED_INFO: ['submit', 'askMore'],
  OPEN: ['submit', 'approve'],
  CLAIMED: ['submit', 'approve', 'claim'],
  IN_PROGRESS: ['submit', 'approve', 'claim', 'start'],
  RELEASE_PENDING: ['submit', 'approve', 'claim', 'start', 'requestRelease'],
  SUSPEND_PENDING: ['submit', 'approve', 'claim', 'start', 'requestSuspend'],
  SUSPENDED: ['submit', 'approve', 'claim', 'start', 'requestSuspend', 'grantSuspend'],
  DONE_PENDING_CHECK: ['submit', 'approve', 'claim', 'start', 'finish'],
  AWAITING_RATING: ['submit', 'approve', 'claim', 'start', 'finish', 'pass'],
  DISPUTED: ['submit', 'approve', 'claim', 'start', 'finish', 'pass', 'dispute'],
  CLEARED: ['submit', 'approve', 'claim', 'start', 'finish', 'pass', 'rate'],
  WITHDRAWN: ['withdraw'],
  REJECTED: ['submit', 'reject'],
  MERGED: ['submit', 'merge'],
  REFERRED: ['submit', 'refer'],
} as const;
export type Reached = keyof typeof TO_STATE;

/** An order of the resident in a state, brought there by those whose steps they are. */
export async function anOrder(people: OrderWorld, state: Reached, more: object = {}): Promise<string> {
  const id = await draft(people.resident, more);
  for (const action of TO_STATE[state]) await takeStep(people, action, id);
  return id;
}

/** Takes one step as whoever does so in the ordinary course, with an input that is good. */
export async function takeStep(people: OrderWorld, action: string, id: string, more: object = {}): Promise<Shown> {
  return (await actor(people, action)).does(action, id, { ...(await inputFor(people, action, id)), ...more });
}

const OF_RESIDENT = [
  'submit',
  'edit',
  'withdraw',
  'answer',
  'appeal',
  'rate',
  'dispute',
  'urge',
  'reopen',
  'reopenWithUnit',
];
const OF_UNIT = [
  'claim',
  'claimJoint',
  'start',
  'report',
  'finish',
  'requestRelease',
  'requestExtend',
  'requestSuspend',
  'respond',
  'resume',
  'replySupervision',
];

async function actor(people: OrderWorld, action: string): Promise<Somebody> {
  if (OF_RESIDENT.includes(action)) return people.resident;
  if (OF_UNIT.includes(action)) return people.liaison;
  if (['pass', 'rework'].includes(action)) return people.community;
  if (['acceptShare', 'declineShare'].includes(action)) return people.rival;
  if (['evaluate'].includes(action)) return people.committee;
  return action === 'supervise' ? people.supervisor : people.reviewer;
}

/** An input with which the action is admitted in the ordinary course. */
export async function inputFor(
  people: OrderWorld,
  action: string,
  id: string,
  by?: Somebody,
): Promise<Record<string, unknown>> {
  const { world, rivalUnitId } = people;
  const ahead = (hours: number) => new Date(world.now().getTime() + hours * 3_600_000).toISOString();
  const { channel: _channel, ...editable } = REQUEST;
  const inputs: Record<string, () => Record<string, unknown> | Promise<Record<string, unknown>>> = {
    edit: () => editable,
    approve: () => APPROVAL,
    askMore: () => ({ question: '请补充具体位置' }),
    answer: () => ({ answer: '在三号门东侧', photos: [] }),
    reject: () => ({ cause: 'NOT_OURS', reason: REASON, basis: '服务公约第三条' }),
    merge: async () => ({ masterId: await masterFor(people), reason: REASON }),
    refer: () => ({ target: 'HOTLINE', reason: REASON }),
    claim: () => plan(world) as Record<string, unknown>,
    claimJoint: () => ({ ...plan(world), coUnits: [rivalUnitId], parts: '甲修灯，乙协助' }),
    assign: () => ({ unitId: people.unitId, reason: REASON }),
    widen: async () => ({
      audience: 'CHOSEN',
      units: [await world.unit(`演示新单位${randomUUID().slice(0, 8)}`)],
      reason: REASON,
    }),
    start: () => ({ contactedAt: world.now().toISOString(), contactedHow: '电话' }),
    requestRelease: () => ({ reason: REASON, rightUnit: '演示学校乙', basis: '职责分工' }),
    acceptRelease: () => ({ atFault: false, reason: REASON }),
    requestExtend: async () => ({
      until: new Date((await dueOf(world, id)).getTime() + 3_600_000).toISOString(),
      reason: REASON,
    }),
    grantExtend: () => ({}),
    requestSuspend: () => ({ reason: REASON, condition: '等待备件', until: ahead(24) }),
    grantSuspend: () => ({}),
    resume: () => ({}),
    report: () => ({ text: '已到现场查看', photos: [] }),
    finish: async () => ({
      result: '已更换灯泡并检查线路',
      photos: [await (by ?? people.liaison).uploads(await photo())],
    }),
    pass: () => ({ onSite: true, finding: '灯已修好', publicNotice: true, photos: [] }),
    rework: () => ({ defects: '灯还是时亮时不亮，需要重修', photos: [] }),
    rate: () => ({ score: 5, text: '很满意' }),
    dispute: () => ({ reason: REASON }),
    respond: () => ({ text: '线路老化，已再次检查', photos: [] }),
    closeDispute: () => ({ explanation: '经现场核实，路灯已修复并正常使用，予以结案并公开说明。' }),
    evaluate: () => ({ grade: 'GOOD', text: REASON }),
    urge: () => ({}),
    supervise: () => ({ text: '请说明进度' }),
    replySupervision: () => ({ text: '正在办理' }),
    note: () => ({ text: '已电话联系' }),
    revealContact: () => ({ purpose: '联系上门' }),
  };
  const bare = ['submit', 'acceptShare', 'follow', 'unfollow'];
  return bare.includes(action) ? {} : ((await inputs[action]?.()) ?? { reason: REASON });
}

async function masterFor(people: OrderWorld): Promise<string> {
  const master = await draft(people.resident, { title: '主单' });
  await people.resident.does('submit', master);
  return master;
}

async function dueOf(world: World, orderId: string): Promise<Date> {
  const { rows } = await world.sql.query<{ due: Date }>(
    `SELECT due_at AS due FROM process_clock WHERE subject_id = $1 AND action = 'finish'`,
    [orderId],
  );
  return rows[0]!.due;
}
