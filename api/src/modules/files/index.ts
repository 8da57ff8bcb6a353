export { attachFiles, type Attachment } from './attach.ts';
export { evidenceOf } from './evidence.ts';
export { filePurpose, type FilePurpose } from './file.purpose.ts';
export { fileReasons } from './file.reasons.ts';
export type { FileRow } from './file.reads.ts';
export { photos } from './file.shape.ts';
export { deleteOrphans } from './orphans.ts';
