import type { FastifyRequest } from 'fastify';
import { cleanLine } from '../../../kernel/text.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { wholeFile } from '../../../platform/http/whole-file.ts';
import { LIMITS } from '../sheet.limits.ts';
import { sheetReasons } from '../sheet.reasons.ts';

/** Bounds of the form, for the parser. */
export const FORM_LIMITS = {
  ...{ files: 1, fields: 0, parts: 2, headerPairs: 8 },
  ...{ fieldNameSize: 40, fieldSize: 40, fileSize: LIMITS.upload },
};

export interface SheetUpload {
  readonly bytes: Buffer;
  /** As the sender's disk calls it; for showing only. */
  readonly fileName: string;
}

/** Reads the form: one file. */
export async function readUpload(request: FastifyRequest): Promise<SheetUpload> {
  if (!request.isMultipart()) sheetReasons.refuse('SHEET_FORM');
  const file = await request.file().catch(told);
  if (!file) return sheetReasons.refuse('SHEET_REQUIRED');
  const bytes = await wholeFile(file).catch(told);
  if (bytes.length === 0) sheetReasons.refuse('SHEET_REQUIRED');
  const name = cleanLine(file.filename.split(/[/\\]/).at(-1) ?? '');
  return { bytes, fileName: typeof name === 'string' && name !== '' ? name.slice(0, 100) : '表格' };
}

/** What the parser says, in our words. */
function told(error: unknown): never {
  if (error instanceof Refusal) throw error;
  const { code } = error as { readonly code?: string };
  if (code === 'FST_REQ_FILE_TOO_LARGE')
    sheetReasons.refuse('SHEET_TOO_LARGE', { values: { max: LIMITS.upload / 1024 / 1024 } });
  return sheetReasons.refuse('SHEET_FORM');
}
