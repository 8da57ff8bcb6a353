export { attachFiles, type Attachment } from './attach.ts';
export { filePurpose, type FilePurpose } from './file.purpose.ts';
export { fileReasons } from './file.reasons.ts';
export { filesOf, type FileRow } from './file.reads.ts';
export { FileType } from './file.type.ts';
export { deleteOrphans } from './orphans.ts';
