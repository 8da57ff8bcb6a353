import { choice, moment, plain, type Export } from './export.ts';

/** The audit log, for the auditor. */
export const auditExport: Export = {
  name: 'audit',
  title: '审计记录',
  root: 'auditEntries',
  filter: 'AuditFilter',
  columns: [
    moment('时间', 18, 'at'),
    choice('AuditKind')('类别', 12, 'kind'),
    plain('事项', 28, 'what'),
    plain('拒绝代码', 24, 'code'),
    plain('人员', 14, 'person'),
    plain('身份', 16, 'role'),
    plain('对象', 38, 'subject'),
    plain('理由', 40, 'reason'),
    plain('详情', 60, 'detail'),
    plain('请求编号', 38, 'requestId'),
    plain('编号', 38, 'id'),
  ],
};
