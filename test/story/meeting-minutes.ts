import { randomUUID } from 'node:crypto';
import { Deviation } from './house.ts';
import { OURS, type Scene, type Topic } from './meeting-cast.ts';
import type { Person } from './people.ts';

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

export async function resolve(scene: Scene, meetingId: string, agenda: readonly Topic[]): Promise<string> {
  const { told, resolutions, worker, leads } = scene;
  const topicId = agenda.find(({ title }) => title === OURS)!.id;
  const decided = {
    ...{
      meetingId,
      topicId,
      text: '在两个楼栋试点安装充电桩，并更换楼道照明。',
      deliverable: '充电桩两组、楼道灯二十盏投入使用',
    },
    ...{ leadUnitId: leads[0]!.scope, coUnitIds: [leads[1]!.scope], dueOn: inDays(20), idempotencyKey: randomUUID() },
  };
  const { id } = await told.tell(`记录议定事项，由${leads[0]!.where}牵头`, () =>
    resolutions.step(worker, 'create', ['RECORDED', decided]),
  );
  return id;
}

/** Two people write at once, nothing is lost; the units sign; the last signature issues. */
export async function issue(scene: Scene, jointMeetingId: string): Promise<void> {
  const { house, told, meetings, secretary, worker, leads, inbox } = scene;
  await told.tell('散会，自动生成纪要初稿', () =>
    meetings.step(secretary, 'adjourn', ['MINUTES_DRAFT', { jointMeetingId }]),
  );
  const write = (text: string, basedOn: number, merges: number | null = null) => {
    return { jointMeetingId, basedOn, merges, sections: ['closing'], texts: [text] };
  };
  const head = async () =>
    (await meetings.read<{ minutes: { head: number } }>(worker, jointMeetingId, 'minutes { head }')).minutes.head;
  const before = await head();
  const conflict = 'conflict { by head n }';
  const save = (who: Person, text: string, on: number, merges: number | null = null) =>
    meetings.told(who, 'saveMinutes', ['MINUTES_DRAFT', write(text, on, merges), conflict]);
  await told.tell('社区干部修改并保存纪要', () => save(worker, '会议要求各单位按时办结。', before));
  const [, second] = await told.tell('社区书记同时改了同一稿，也保存', () =>
    save(secretary, '会议强调安全第一。', before),
  );
  const met = second['conflict'] as { by: string; head: number; n: number } | null;
  if (!met) throw new Deviation('两人同时保存，后保存的人没有得到提示');
  told.detail(`提示：${met.by}已先保存第${met.head}稿，您的文字保留为第${met.n}稿，请合并`);
  const both = '会议要求各单位按时办结，强调安全第一。';
  await told.tell('社区书记合并两稿', () => save(secretary, both, met.head, met.n));
  const sent = { jointMeetingId, publicSections: ['opening', 'closing'] };
  await told.tell('送各到会单位会签', () => meetings.step(secretary, 'sendForCountersign', ['COUNTERSIGN', sent]));
  await inbox.hears('COUNTERSIGN', ({ subjectId }) => subjectId === jointMeetingId);
  const [last, ...rest] = leads.toReversed();
  for (const lead of rest.toReversed())
    await told.tell(`${lead.where}会签`, () => meetings.step(lead, 'countersign', ['COUNTERSIGN', { jointMeetingId }]));
  const issued = await told.tell(`${last!.where}会签，纪要随即印发`, () =>
    meetings.step(last!, 'countersign', ['ISSUED', { jointMeetingId }]),
  );
  const word = await told.tell('下载公文格式的纪要', () =>
    house.download(`/meetings/${jointMeetingId}/minutes.docx`, worker.token),
  );
  told.detail(`${issued.minutesNumber}，Word 文件 ${Math.round(word.byteLength / 1024)} KB，印发后任何人都不能改动`);
}
