import { randomUUID } from 'node:crypto';
import { Cases, historyOf, type Moved } from './cases.ts';
import { Ear } from './ear.ts';
import { Deviation } from './house.ts';
import { accountOf } from './page.ts';
import { signIn, signInByPhone, type Person } from './people.ts';
import { pictureOf } from './png.ts';
import { inHours, printHistory, spell, type Stage } from './stage.ts';

interface Order extends Moved {
  readonly number: string | null;
  readonly serial: string | null;
}

interface Notice {
  readonly order: { readonly id: string; readonly title: string | null } | null;
}
type Hall = Ear<Notice>;

interface Cast {
  readonly resident: Person;
  readonly reviewer: Person;
  readonly unit: Person;
  readonly rival: Person;
  readonly worker: Person;
  readonly committee: Person;
}

interface Scene extends Stage {
  readonly cast: Cast;
  readonly orders: Cases<Order>;
}

async function gather({ house, told, accounts }: Stage): Promise<Cast> {
  const by = async (role: string, n = 0) => {
    const account = accountOf(accounts, role, n);
    return told.tell(`${spell(account)}用密码登录`, () => signIn(house, account));
  };
  const resident = accountOf(accounts, '居民');
  return {
    resident: await told.tell(`${spell(resident)}用短信验证码登录`, () => signInByPhone(house, resident)),
    reviewer: await by('镇街审单员'),
    unit: await by('单位联络员', 0),
    rival: await by('单位联络员', 1),
    worker: await by('社区干部'),
    committee: await by('镇街党（工）委'),
  };
}

/** From the draft to the push: the order reaches both units. */
async function publish({ house, told, orders, cast }: Scene, halls: readonly Hall[]): Promise<Order> {
  const { resident, reviewer, unit, rival } = cast;
  const photo = await told.tell('居民拍一张照片并上传', () => house.upload(pictureOf(false), 'BEFORE', resident.token));
  const request = {
    ...{
      category: 'PUBLIC_FACILITY',
      title: '楼前路灯不亮，晚上看不清台阶',
      place: resident.scope,
      estate: '示范一号院',
    },
    content: '二号楼前的路灯不亮已有一周，晚上出门看不清台阶，希望尽快修好。',
    ...{ publishConsent: true, contactConsent: true, channel: 'ONLINE', photos: [photo], idempotencyKey: randomUUID() },
  };
  const draft = await told.tell('群众点单：居民写好点单', () => orders.step(resident, 'create', ['DRAFT', request]));
  const orderId = draft.id;
  const sent = await told.tell('居民提交', () => orders.step(resident, 'submit', ['SUBMITTED', { orderId }]));
  told.detail(`点单编号 ${sent.number}，现在${sent.stateLabel}`);
  const review = { orderId, audience: 'ALL', units: [], urgency: 'NORMAL', needKind: 'REPAIR', remark: '请尽快领单。' };
  const asked = performance.now();
  const open = await told.tell('镇街审单：审单员通过，发给全体联盟单位', () =>
    orders.step(reviewer, 'approve', ['OPEN', review]),
  );
  const notices = await Promise.all(halls.map((hall) => hall.hears('OPENED', ({ order }) => order?.id === orderId)));
  notices.forEach(({ at, order }, index) =>
    told.detail(`推送到${[unit, rival][index]!.where}：“${order!.title}”，审单后 ${Math.round(at - asked)} 毫秒`),
  );
  return open;
}

/** One unit takes it; the other learns so and cannot take it any more. */
async function claim({ told, orders, cast: { unit, rival } }: Scene, { id: orderId }: Order, rivalHall: Hall) {
  const plan = () => ({
    ...{ orderId, plannedStart: inHours(2), plannedFinish: inHours(48), idempotencyKey: randomUUID() },
  });
  const asked = performance.now();
  const taken = await told.tell(`单位领单：${unit.where}领取`, () => orders.step(unit, 'claim', ['CLAIMED', plan()]));
  told.detail(`现在${taken.stateLabel}`);
  const { at } = await rivalHall.hears('TAKEN', ({ order }) => order?.id === orderId);
  told.detail(`推送到${rival.where}：已被其他单位领取，领单后 ${Math.round(at - asked)} 毫秒`);
  const no = await told.tell(`${rival.where}也来领单，被拒绝`, () =>
    orders.refused(rival, 'claim', ['ORDER_ALREADY_CLAIMED', plan()]),
  );
  told.detail(no.message);
  if (no.standing?.holder !== unit.where)
    throw new Deviation(`拒绝时应说明由“${unit.where}”领取，实际为“${no.standing?.holder}”`);
}

async function fulfil({ house, told, orders, cast: { unit, worker } }: Scene, { id: orderId }: Order): Promise<void> {
  const begun = { orderId, contactedAt: inHours(0), contactedHow: '电话联系' };
  await told.tell('单位联系居民，开始办理', () => orders.step(unit, 'start', ['IN_PROGRESS', begun]));
  const progress = { orderId, text: '已查看现场，灯头损坏，正在更换。', photos: [] };
  await told.tell('单位报告进展', () => orders.step(unit, 'report', ['IN_PROGRESS', progress]));
  const photo = await told.tell('单位上传办理后的照片', () => house.upload(pictureOf(true), 'AFTER', unit.token));
  const result = { orderId, result: '已更换灯头和线路，夜间照明恢复正常。', photos: [photo], hours: 2, people: 2 };
  await told.tell('单位办结', () => orders.step(unit, 'finish', ['DONE_PENDING_CHECK', result]));
  const finding = '现场查看，路灯已亮，居民在场确认。';
  const check = { orderId, onSite: true, finding, publicNotice: true, photos: [] };
  await told.tell(`社区核查：${worker.where}到现场核查通过`, () =>
    orders.step(worker, 'pass', ['AWAITING_RATING', check]),
  );
}

async function close({ told, orders, cast: { resident, committee } }: Scene, { id: orderId }: Order): Promise<void> {
  const praise = { orderId, score: 5, text: '修得很快，谢谢。' };
  const cleared = await told.tell('居民评价满意，5分', () => orders.step(resident, 'rate', ['CLEARED', praise]));
  if (!cleared.serial) throw new Deviation('已销号，却没有销号编号');
  told.detail(`${cleared.stateLabel}，销号编号 ${cleared.serial}`);
  const verdict = { orderId, grade: 'EXCELLENT', text: '响应及时，结果良好，居民评价较高。' };
  await told.tell('镇街评单：评为优秀', () => orders.step(committee, 'evaluate', ['CLEARED', verdict]));
  printHistory(`点单 ${cleared.number} 的全过程`, await historyOf(orders, committee, orderId), told);
}

/** 群众点单、镇街审单、单位领单: from the request to the serial number. */
export async function playOrder(stage: Stage): Promise<void> {
  const { house, told } = stage;
  told.title('第一幕 群众点单、镇街审单、单位领单：登录');
  const cast = await gather(stage);
  const scene: Scene = { ...stage, cast, orders: new Cases(house, 'order', 'number serial') };
  const halls = [cast.unit, cast.rival].map(
    ({ token }): Hall => new Ear(house.socket(token), 'claimHall', 'order { id title }'),
  );
  try {
    told.title('点单、审单、推送');
    await told.tell('两个单位打开领单大厅，等待推送', () => Promise.all(halls.map((hall) => hall.open())));
    const order = await publish(scene, halls);
    told.title('领单');
    await claim(scene, order, halls[1]!);
    told.title('办理、核查');
    await fulfil(scene, order);
    told.title('评价、销号、评单');
    await close(scene, order);
  } finally {
    await Promise.all(halls.map((hall) => hall.close()));
  }
}
