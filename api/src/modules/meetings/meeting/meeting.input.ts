import { helped, id, instant, int, line, optional, paragraph } from '../../../kernel/field.ts';

/** What can be said of a meeting before the notice. */
export const planFields = {
  title: line('会议名称', 'What it is called.', { min: 2, max: 60 }),
  place: line('地点', 'Where it sits.', { max: 60 }),
  startsAt: instant('开始时间', 'When it begins.'),
  endsAt: instant('结束时间', 'When it is planned to end.'),
  quorumPercent: helped(
    '不填则为50',
    optional(
      int('法定到会比例（%）', 'How many of a hundred entitled units must be present; 50 when left out.', 1, 100),
    ),
  ),
};

export const topicId = id('议题', 'The item.', 'topic');
export const topicMinutes = int('用时（分钟）', 'Minutes on the agenda.', 1, 240);

export const topicFields = {
  title: line('议题', 'What it is about, in one line.', { min: 2, max: 60 }),
  about: paragraph('说明', 'What the meeting shall know and decide.', { min: 1, max: 2000 }),
  minutes: optional(topicMinutes),
  orderId: optional(id('关联点单', 'An order that it is about; for officials.', 'order')),
};
