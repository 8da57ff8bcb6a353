import { instant, int, line, optional } from '../../../kernel/field.ts';

/** What can be said of a meeting before the notice. */
export const planFields = {
  title: line('会议名称', 'What it is called.', { min: 2, max: 60 }),
  place: line('地点', 'Where it sits.', { max: 60 }),
  startsAt: instant('开始时间', 'When it begins.'),
  endsAt: instant('结束时间', 'When it is planned to end.'),
  quorumPercent: optional(
    int('法定到会比例（%）', 'How many of a hundred entitled units must be present; 50 when left out.', 1, 100),
  ),
};
