// The main flow, played through the public door of a running house and told step by step: npm run story [address]
import { randomUUID } from 'node:crypto';
import { Deviation, House } from './house.ts';
import { Hall } from './hall.ts';
import { read, refused, step, type Order } from './order.ts';
import { accountOf, accountsOn, type Account } from './page.ts';
import { signIn, signInByPhone, type Person } from './people.ts';
import { pictureOf } from './png.ts';
import { Teller } from './tell.ts';

const HOUR = 3_600_000;
const told = new Teller();
const soon = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

interface Cast {
  readonly resident: Person;
  readonly reviewer: Person;
  readonly unit: Person;
  readonly rival: Person;
  readonly worker: Person;
  readonly committee: Person;
}

async function gather(house: House): Promise<Cast> {
  const accounts = await told.tell(`打开首页 ${house.url}`, async () => accountsOn(await house.page()));
  told.detail(`首页列出${accounts.length}个演示账号`);
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

const spell = ({ role, name, where }: Account) => `${role}${name}（${where}）`;

/** From the draft to the push: the order reaches both units. */
async function publish(house: House, cast: Cast, halls: readonly Hall[]): Promise<Order> {
  const { resident, reviewer } = cast;
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
  const draft = await told.tell('群众点单：居民写好点单', () => step(house, resident, 'create', ['DRAFT', request]));
  const orderId = draft.id;
  const sent = await told.tell('居民提交', () => step(house, resident, 'submit', ['SUBMITTED', { orderId }]));
  told.detail(`点单编号 ${sent.number}，现在${sent.stateLabel}`);
  const review = { orderId, audience: 'ALL', units: [], urgency: 'NORMAL', needKind: 'REPAIR', remark: '请尽快领单。' };
  const asked = performance.now();
  const open = await told.tell('镇街审单：审单员通过，发给全体联盟单位', () =>
    step(house, reviewer, 'approve', ['OPEN', review]),
  );
  const notices = await Promise.all(halls.map((hall) => hall.hears('OPENED', orderId)));
  notices.forEach(({ at, order }, index) =>
    told.detail(
      `推送到${[cast.unit, cast.rival][index]!.where}：“${order!.title}”，审单后 ${Math.round(at - asked)} 毫秒`,
    ),
  );
  return open;
}

/** One unit takes it; the other learns so and cannot take it any more. */
async function claim(house: House, { unit, rival }: Cast, { id: orderId }: Order, rivalHall: Hall): Promise<void> {
  const plan = () => ({ orderId, plannedStart: soon(2), plannedFinish: soon(48), idempotencyKey: randomUUID() });
  const asked = performance.now();
  const taken = await told.tell(`单位领单：${unit.where}领取`, () => step(house, unit, 'claim', ['CLAIMED', plan()]));
  told.detail(`现在${taken.stateLabel}`);
  const { at } = await rivalHall.hears('TAKEN', orderId);
  told.detail(`推送到${rival.where}：已被其他单位领取，领单后 ${Math.round(at - asked)} 毫秒`);
  const no = await told.tell(`${rival.where}也来领单，被拒绝`, () =>
    refused(house, rival, 'claim', ['ORDER_ALREADY_CLAIMED', plan()]),
  );
  told.detail(no.message);
  if (no.standing?.holder !== unit.where)
    throw new Deviation(`拒绝时应说明由“${unit.where}”领取，实际为“${no.standing?.holder}”`);
}

async function fulfil(house: House, { unit, worker }: Cast, { id: orderId }: Order): Promise<void> {
  const begun = { orderId, contactedAt: soon(0), contactedHow: '电话联系' };
  await told.tell('单位联系居民，开始办理', () => step(house, unit, 'start', ['IN_PROGRESS', begun]));
  const progress = { orderId, text: '已查看现场，灯头损坏，正在更换。', photos: [] };
  await told.tell('单位报告进展', () => step(house, unit, 'report', ['IN_PROGRESS', progress]));
  const photo = await told.tell('单位上传办理后的照片', () => house.upload(pictureOf(true), 'AFTER', unit.token));
  const result = { orderId, result: '已更换灯头和线路，夜间照明恢复正常。', photos: [photo], hours: 2, people: 2 };
  await told.tell('单位办结', () => step(house, unit, 'finish', ['DONE_PENDING_CHECK', result]));
  const check = {
    orderId,
    onSite: true,
    finding: '现场查看，路灯已亮，居民在场确认。',
    publicNotice: true,
    photos: [],
  };
  await told.tell(`社区核查：${worker.where}到现场核查通过`, () =>
    step(house, worker, 'pass', ['AWAITING_RATING', check]),
  );
}

async function close(house: House, { resident, committee }: Cast, { id: orderId }: Order): Promise<void> {
  const praise = { orderId, score: 5, text: '修得很快，谢谢。' };
  const cleared = await told.tell('居民评价满意，5分', () => step(house, resident, 'rate', ['CLEARED', praise]));
  if (!cleared.serial) throw new Deviation('已销号，却没有销号编号');
  told.detail(`${cleared.stateLabel}，销号编号 ${cleared.serial}`);
  const verdict = { orderId, grade: 'EXCELLENT', text: '响应及时，结果良好，居民评价较高。' };
  await told.tell('镇街评单：评为优秀', () => step(house, committee, 'evaluate', ['CLEARED', verdict]));
  const { number, events } = await read(house, committee, orderId);
  told.title(`点单 ${number} 的全过程`);
  for (const { at, label, person } of events)
    console.log(
      `${new Date(at).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })}  ${label}  ${person ?? ''}`,
    );
}

async function play(url: string): Promise<void> {
  const house = new House(url.replace(/\/$/, ''));
  told.title('登录');
  const cast = await gather(house);
  const halls = [cast.unit, cast.rival].map(({ token }) => new Hall(house.socket(token)));
  try {
    told.title('点单、审单、推送');
    await told.tell('两个单位打开领单大厅，等待推送', () => Promise.all(halls.map((hall) => hall.open())));
    const order = await publish(house, cast, halls);
    told.title('领单');
    await claim(house, cast, order, halls[1]!);
    told.title('办理、核查');
    await fulfil(house, cast, order);
    told.title('评价、销号、评单');
    await close(house, cast, order);
  } finally {
    await Promise.all(halls.map((hall) => hall.close()));
  }
}

const started = performance.now();
try {
  await play(process.argv[2] ?? process.env['GONGZHI_URL'] ?? 'http://127.0.0.1:4000');
  console.log(`\n全部步骤与预期一致，共用 ${((performance.now() - started) / 1000).toFixed(1)} 秒。`);
} catch (error) {
  console.error(`\n与预期不符：${error instanceof Deviation ? error.message : String((error as Error).stack)}`);
  process.exitCode = 1;
}
