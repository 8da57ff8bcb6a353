import { historyOf } from './cases.ts';
import { Deviation } from './house.ts';
import { gather, type Scene } from './meeting-cast.ts';
import { issue, resolve } from './meeting-minutes.ts';
import { assemble, convene, deliberate } from './meeting-sitting.ts';
import { printHistory, type Stage } from './stage.ts';

/** The unit delivers, somebody else checks. */
async function deliver({ told, resolutions, worker, leads, inbox }: Scene, resolutionId: string): Promise<void> {
  const unit = leads[0]!;
  const notice = await inbox.hears('ASSIGNED', ({ subjectId }) => subjectId === resolutionId);
  told.detail(`推送到${unit.where}的收件箱：“${notice.headline}”`);
  const step = (action: string, state: string, input: object) => () =>
    resolutions.step(unit, action, [state, { resolutionId, ...input }]);
  await told.tell(`${unit.where}承接议定事项`, step('accept', 'ACCEPTED', {}));
  await told.tell('开始办理', step('start', 'IN_PROGRESS', { text: '本周勘查，下周施工。' }));
  await told.tell(
    '报送进度60%',
    step('report', 'IN_PROGRESS', { percent: 60, text: '充电桩已安装一组。', photos: [] }),
  );
  const done = {
    result: '充电桩两组、楼道灯二十盏已投入使用。',
    evidenceText: '竣工验收单、现场照片存社区档案。',
    photos: [],
  };
  await told.tell('报送完成', step('finish', 'TO_CHECK', done));
  const check = { resolutionId, onSite: true, finding: '现场查看，设施可用，居民反映良好。', photos: [] };
  await told.tell(`${worker.where}现场核查通过`, () => resolutions.step(worker, 'pass', ['TO_CLEAR', check]));
}

/** Read out at the next meeting, closed off under a serial number. */
async function closeOff(scene: Scene, resolutionId: string): Promise<void> {
  const { told, meetings, resolutions, secretary } = scene;
  const nextId = await convene(scene, '议定事项销号通报会');
  await assemble(scene, nextId);
  const agenda = await deliberate(scene, nextId);
  if (!agenda.some(({ source }) => source === 'CARRIED_RESOLUTION'))
    throw new Deviation('议定事项没有自动滚入下次会议');
  await told.tell('下次会议上宣读，无异议，散会', () =>
    meetings.step(secretary, 'adjourn', ['MINUTES_DRAFT', { jointMeetingId: nextId }]),
  );
  const clearing = { resolutionId, readOutAtId: nextId, publicNotice: true };
  const { serial, stateLabel } = await told.tell('议定事项销号', () =>
    resolutions.step(secretary, 'clear', ['CLEARED', clearing]),
  );
  if (!serial) throw new Deviation('已销号，却没有销号编号');
  told.detail(`${stateLabel}，销号编号 ${serial}`);
  printHistory('议定事项的全过程', await historyOf(resolutions, secretary, resolutionId), told);
}

/** 联席会议: convened, resolved, issued; delivered; closed off at the next one. */
export async function playMeeting(stage: Stage): Promise<void> {
  const { told } = stage;
  told.title('第二幕 联席会议、会议纪要、议定事项：登录');
  const scene = await gather(stage);
  try {
    await scene.inbox.open();
    told.title('召集、通知、签到');
    const meetingId = await convene(scene, '楼道安全专题联席会议');
    await assemble(scene, meetingId);
    told.title('审议、决议、会签、印发');
    const agenda = await deliberate(scene, meetingId);
    const resolutionId = await resolve(scene, meetingId, agenda);
    await issue(scene, meetingId);
    told.title('承接、办理、核查');
    await deliver(scene, resolutionId);
    told.title('下次会议宣读、销号');
    await closeOff(scene, resolutionId);
  } finally {
    await scene.inbox.close();
  }
}
