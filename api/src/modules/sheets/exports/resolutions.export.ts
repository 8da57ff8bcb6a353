import { choice, moment, names, plain, type Export } from './export.ts';

/** What joint meetings resolved and what became of it, as far as the viewer may see it. */
export const resolutionsExport: Export = {
  name: 'resolutions',
  title: '议定事项台账',
  root: 'resolutions',
  filter: 'ResolutionFilter',
  sort: 'ResolutionSort',
  columns: [
    plain('红色联盟', 24, 'alliance.name'),
    plain('联席会议', 30, 'meeting.title'),
    moment('会议时间', 18, 'meeting.startsAt'),
    plain('序号', 8, 'ordinal'),
    plain('议定事项', 50, 'text'),
    plain('交付成果', 30, 'deliverable'),
    plain('状态', 12, 'stateLabel'),
    choice('Light')('灯色', 8, 'light'),
    plain('牵头单位', 26, 'leadUnit.name'),
    names('配合单位', 36, 'coUnits'),
    plain('完成时限', 14, 'dueOn'),
    plain('进度（%）', 10, 'progress'),
    moment('交办时间', 18, 'dispatchedAt'),
    moment('逾期时间', 18, 'overdueAt'),
    plain('延期次数', 10, 'extendCount'),
    plain('返工次数', 10, 'reworkCount'),
    plain('办理结果', 40, 'result'),
    plain('销号编号', 20, 'serial'),
    moment('销号时间', 18, 'clearedAt'),
  ],
};
