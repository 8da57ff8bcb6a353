import { expect, it } from '@jest/globals';
import { firstDraft, type MeetingFacts, type TopicFacts } from './first-draft.ts';

const TOPIC: TopicFacts = {
  ...{ id: 't1', title: '加装电梯', outcome: 'INFORM', text: null, votes: null, dissent: null, resolutions: [] },
};
const MEETING: MeetingFacts = {
  ...{
    alliance: '演示联盟',
    year: 2026,
    ordinal: 3,
    special: false,
    title: '第三季度会议',
    place: '红色驿站',
    chair: '示例甲',
  },
  openedAt: new Date('2026-11-20T06:02:00Z'),
  adjournedAt: new Date('2026-11-20T08:00:00Z'),
  ...{ entitled: 12, present: 10, quorumReached: true },
  topics: [TOPIC],
};
const RESOLUTION = { text: '修好路灯。', lead: '演示供电所', co: [], deliverable: '路灯全亮', dueOn: '2026-12-05' };

it('opens with when, where and who, and closes with the end', () => {
  const [opening, topic, closing] = firstDraft(MEETING);
  expect(opening!.text).toBe(
    '2026年11月20日14:02，演示联盟在红色驿站召开2026年第3次联席会议，示例甲主持。应到12家单位，实到10家，达到规定人数。会议共有1项议题，现将会议情况和议定事项纪要如下：',
  );
  expect(topic).toEqual({ key: 't1', heading: '加装电梯', text: '会议通报了有关情况。' });
  expect(closing!.text).toBe('会议于16:00结束。');
});

it.each([
  [{ outcome: null }, '这项议题会上没有研究。'],
  [{ outcome: 'DISCUSS', text: '各单位交换了意见。' }, '会议进行了讨论。\n各单位交换了意见。'],
  [{ outcome: 'DEFER' }, '会议决定，这项议题留待下次会议研究。'],
  [
    { outcome: 'REJECT', votes: { for: 1, against: 5, abstained: 0 }, dissent: '一家单位认为应当采纳。' },
    '会议研究后决定不予采纳。\n表决结果：同意1票，反对5票，弃权0票。\n保留意见：一家单位认为应当采纳。',
  ],
  [
    { outcome: 'RESOLVE', resolutions: [RESOLUTION, { ...RESOLUTION, co: ['演示物业', '演示学校'], deliverable: null }] },
    '会议研究决定：\n1.修好路灯，演示供电所牵头，2026年12月5日前完成。成果：路灯全亮。\n2.修好路灯，演示供电所牵头，演示物业、演示学校配合，2026年12月5日前完成。',
  ],
  [{ outcome: 'RESOLVE', resolutions: [{ text: '修好路灯', lead: null, co: [], deliverable: null, dueOn: null }] }, '会议研究决定：\n1.修好路灯。'],
] as const)('says of a topic %j', (more, said) => {
  expect(firstDraft({ ...MEETING, topics: [{ ...TOPIC, ...more }] })[1]!.text).toBe(said);
}); // prettier-ignore
