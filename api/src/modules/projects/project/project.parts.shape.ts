import { date, flag, id, instant, int, text } from '../../../platform/reads/fields/column.ts';
import { defineShape } from '../../../platform/reads/shape.ts';

const nullable = true;

export const ProjectMilestone = defineShape('ProjectMilestone', {
  about: '里程碑 — A step of the plan of a project.',
  table: 'project_milestone',
  key: 'id',
  fields: {
    id: id('编号 — Identity.'),
    title: text('里程碑 — What is done by then.'),
    dueOn: date('计划完成日期 — By which day.'),
    doneOn: date('完成日期 — On which day it was done; null while it is not.', { nullable }),
    note: text('完成情况 — What was done.', { nullable }),
  },
});

export const ProjectVoice = defineShape('ProjectVoice', {
  about: '群众评议 — What those for whom it was done say of a project.',
  table: 'project_voice',
  fields: {
    round: int('轮次 — Round of the project of which they speak.'),
    satisfied: flag('是否满意 — Whether more than half of those who were asked are.'),
    asked: int('征求意见人数 — How many were asked; one where somebody speaks for themselves.'),
    pleased: int('满意人数 — How many of them were satisfied.'),
    relayed: flag('代为记录 — Taken down by the office of the place.'),
    text: text('意见建议 — What was said.', { nullable }),
    at: instant('时间 — When it was said.'),
  },
});
