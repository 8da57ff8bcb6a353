import { isId } from '../../kernel/field.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import type { House } from '../../platform/house.ts';
import { inTransaction } from '../../platform/process/transaction.ts';
import { fileReasons } from './file.reasons.ts';
import { fileById, type FileRow, type FileWithDigest } from './file.reads.ts';

/** The file, if the viewer may look at it; otherwise FILE_NOT_FOUND, as for a file that does not exist. */
export async function visibleFile(house: House, viewer: Viewer, id: string): Promise<FileWithDigest> {
  const file = isId(id) ? await fileById(house.database, id) : null;
  if (!file || !(await sees(house, viewer, file))) return fileReasons.refuse('FILE_NOT_FOUND');
  return file;
}

async function sees(house: House, viewer: Viewer, file: FileRow): Promise<boolean> {
  const { subjectNoun, subjectId } = file;
  if (subjectId === null) return viewer.kind === 'PERSON' && viewer.personId === file.uploaderId;
  const of = house.cases.find(({ process }) => process.noun === subjectNoun);
  if (!of) return false;
  return inTransaction(house, async (transaction) => {
    const row = await transaction.em.findOne(of.row, { id: subjectId });
    if (!row) return false;
    const links = await of.policy.links(row, viewer, transaction);
    return of.policy.visible(row, viewer, links) && of.policy.seesFile(row, viewer, links, file);
  });
}
