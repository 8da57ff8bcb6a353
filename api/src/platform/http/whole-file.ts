import type { MultipartFile } from '@fastify/multipart';

/**
 * The bytes of an uploaded file, all of them.
 *
 * The parser looks for a file cut at the limit only when a piece arrives: the byte too many may come after the last
 * piece was read, and a cut file would pass for a whole one.
 *
 * @throws an error with the code `FST_REQ_FILE_TOO_LARGE`, which the parser throws too
 */
export async function wholeFile(part: MultipartFile): Promise<Buffer> {
  const bytes = await part.toBuffer();
  if (part.file.truncated) throw Object.assign(new Error('cut at the limit'), { code: 'FST_REQ_FILE_TOO_LARGE' });
  return bytes;
}
