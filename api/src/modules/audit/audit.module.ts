import { defineModule } from '../../platform/module.ts';
import { AuditEntryFields, AuditQueries } from './audit.queries.ts';

export const auditModule = defineModule({
  name: 'audit',
  resolvers: [AuditQueries, AuditEntryFields],
  policy: {
    roots: { 'Query.auditEntries': ['AUDITOR'], 'Query.auditActs': ['AUDITOR'] },
    types: { AuditAct: 'staff', AuditEntry: 'staff', AuditEntryConnection: 'staff', AuditEntryEdge: 'staff' },
  },
});
