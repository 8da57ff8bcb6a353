export { AuditEntryType } from './audit.type.ts';
