import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { choice, flag, parseInput } from '../../kernel/field.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { wholeFile } from '../../platform/http/whole-file.ts';
import { LIMITS } from './file.limits.ts';
import { filePurpose, type FilePurpose } from './file.purpose.ts';
import { fileReasons } from './file.reasons.ts';

/** What an upload brings. The name of the file is not looked at: it is whatever the sender's disk calls it. */
export interface Upload {
  readonly content: Buffer;
  readonly purpose: FilePurpose;
  readonly publishConsent: boolean;
}

const FIELDS = {
  purpose: choice('照片用途', 'What the photo shows.', filePurpose),
  publishConsent: flag('同意公开', 'May the photo be shown beyond those who work on the case?'),
};

/** Bounds of the form, for the parser. */
export const FORM_LIMITS = {
  ...{ files: 1, fields: 2, parts: 6, headerPairs: 8 },
  ...{ fieldNameSize: 40, fieldSize: 40, fileSize: LIMITS.upload },
};

/** Reads the form: one file, `purpose` and `publishConsent`, in any order. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) fileReasons.refuse('FILE_FORM');
  const { content, fields } = await readParts(request).catch(told);
  const input = parseInput(FIELDS, { ...fields, publishConsent: asFlag(fields['publishConsent']) });
  if (!content || content.length === 0) return fileReasons.refuse('FILE_REQUIRED', { path: ['file'] });
  return { content, ...input };
}

interface Parts {
  content: Buffer | null;
  readonly fields: Record<string, unknown>;
}

async function readParts(request: FastifyRequest): Promise<Parts> {
  const read: Parts = { content: null, fields: {} };
  for await (const part of request.parts()) await take(part, read);
  return read;
}

async function take(part: Multipart, read: Parts): Promise<void> {
  if (part.type === 'file') {
    read.content = await wholeFile(part);
    return;
  }
  const twice = part.fieldname in read.fields;
  if (twice || part.fieldnameTruncated || part.valueTruncated) fileReasons.refuse('FILE_FORM');
  read.fields[part.fieldname] = part.value;
}

function asFlag(text: unknown): boolean | null {
  if (text === undefined) return null;
  if (text !== 'true' && text !== 'false') fileReasons.refuse('FILE_FORM', { path: ['publishConsent'] });
  return text === 'true';
}

/** What the parser says, in our words. A connection that broke is nobody's to answer. */
function told(error: unknown): never {
  if (error instanceof Refusal) throw error;
  switch ((error as { code?: string }).code) {
    case 'FST_REQ_FILE_TOO_LARGE':
      return fileReasons.refuse('FILE_TOO_LARGE', { values: { max: LIMITS.upload / 1024 / 1024 } });
    case 'FST_FILES_LIMIT':
      return fileReasons.refuse('FILE_ONE_ONLY');
    default:
      return fileReasons.refuse('FILE_FORM');
  }
}
