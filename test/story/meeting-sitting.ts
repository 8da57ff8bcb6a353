import { randomUUID } from 'node:crypto';
import { OURS, type Scene, type Topic } from './meeting-cast.ts';
import { inHours } from './stage.ts';

/** A special meeting at short notice, so that nobody has to wait three working days for the end of the story. */
export async function convene(
  { told, meetings, secretary, leads, allianceId, inbox }: Scene,
  title: string,
): Promise<string> {
  const plan = {
    ...{ allianceId, kind: 'SPECIAL', title, place: '社区红色驿站会议室', startsAt: inHours(0.5), endsAt: inHours(2) },
    idempotencyKey: randomUUID(),
  };
  const { id: jointMeetingId } = await told.tell(`${secretary.where}召集专题联席会议：${title}`, () =>
    meetings.step(secretary, 'create', ['TOPICS_OPEN', plan]),
  );
  const topic = {
    jointMeetingId,
    title: OURS,
    about: '老旧楼道没有充电桩，夜间照明不足，请研究解决办法。',
    minutes: 20,
  };
  if (!title.includes('销号'))
    await told.tell(`${leads[0]!.where}提出议题`, () =>
      meetings.step(leads[0]!, 'proposeTopic', ['TOPICS_OPEN', topic]),
    );
  const asked = performance.now();
  const locked = { jointMeetingId, noticeText: '请各成员单位负责人准时参加。' };
  await told.tell('锁定议程，通知全体成员单位', () => meetings.step(secretary, 'lockAgenda', ['NOTICED', locked]));
  const notice = await inbox.hears('CONVENED', ({ subjectId }) => subjectId === jointMeetingId);
  told.detail(`推送到${leads[0]!.where}的收件箱：“${notice.headline}”，通知后 ${Math.round(notice.at - asked)} 毫秒`);
  return jointMeetingId;
}

/** Replies, signing in by the code on the spot, quorum. */
export async function assemble(
  { told, meetings, secretary, worker, leads }: Scene,
  jointMeetingId: string,
): Promise<void> {
  const [first, second, ...others] = leads;
  const coming = { jointMeetingId, reply: 'ATTEND' };
  await told.tell(`${first!.where}回复参加`, () => meetings.step(first!, 'reply', ['NOTICED', coming]));
  const mandate = { substituteName: '演示代表', mandate: '对全部议题发表意见并表决。' };
  const sent = { jointMeetingId, reply: 'SUBSTITUTE', ...mandate };
  await told.tell(`${second!.where}委托他人参会`, () => meetings.step(second!, 'reply', ['NOTICED', sent]));
  for (const lead of others) await meetings.step(lead, 'reply', ['NOTICED', coming]);
  const { checkInCode: code } = await meetings.read<{ checkInCode: string }>(worker, jointMeetingId, 'checkInCode');
  const wrong = { jointMeetingId, code: code === '000000' ? '000001' : '000000' };
  const no = await told.tell('用错误的签到码签到，被拒绝', () =>
    meetings.refused(first!, 'checkIn', ['MEETING_CODE_WRONG', wrong]),
  );
  told.detail(no.message);
  for (const lead of leads)
    await told.tell(`${lead.where}扫码签到`, () =>
      meetings.step(lead, 'checkIn', ['NOTICED', { jointMeetingId, code }]),
    );
  await told.tell('宣布开会', () => meetings.step(secretary, 'open', ['IN_SESSION', { jointMeetingId }]));
  type Quorum = { quorum: { entitled: number; present: number; reached: boolean } };
  const { quorum } = await meetings.read<Quorum>(secretary, jointMeetingId, 'quorum { entitled present reached }');
  told.detail(`应到${quorum.entitled}家，实到${quorum.present}家，${quorum.reached ? '达到' : '未达到'}法定到会比例`);
}

/** Every item has its outcome; ours is resolved, those that were carried over are taken note of. */
export async function deliberate({ told, meetings, worker }: Scene, jointMeetingId: string): Promise<readonly Topic[]> {
  type Agenda = { topics: (Topic & { onAgenda: boolean })[] };
  const { topics } = await meetings.read<Agenda>(worker, jointMeetingId, 'topics { id title source onAgenda }');
  const agenda = topics.filter(({ onAgenda }) => onAgenda);
  const carried = agenda.filter(({ source }) => source.startsWith('CARRIED'));
  told.detail(`议题${agenda.length}项，其中自动滚入${carried.length}项`);
  for (const { id: topicId, title } of agenda) {
    const ours = title === OURS;
    const text = ours ? '一致同意在两个楼栋先行试点。' : '听取了情况通报，继续跟进。';
    const outcome = { jointMeetingId, topicId, outcome: ours ? 'RESOLVE' : 'INFORM', text };
    const record = () => meetings.step(worker, 'recordOutcome', ['IN_SESSION', outcome]);
    if (ours) await told.tell(`记录审议结果：“${title}”形成决议`, record);
    else await record();
  }
  return agenda;
}
