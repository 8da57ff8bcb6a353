import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { common, Refusal } from '../../kernel/refusal.ts';
import type { House } from '../../platform/house.ts';
import { isForeign } from '../../platform/http/origin.ts';
import '../../platform/http/viewer.ts';
import { Darkroom } from './darkroom.ts';
import { contentOf, type Variant } from './file.reads.ts';
import { fileReasons, REFUSAL_STATUS } from './file.reasons.ts';
import { checkAllowance, keep } from './keep.ts';
import { FORM_LIMITS, readUpload } from './upload-form.ts';
import { UploadGate } from './upload-gate.ts';
import { visibleFile } from './visible.ts';

/** POST /files; GET /files/:id and /files/:id/thumbnail. Refusals answer `{ code, message }`. */
export async function fileRoutes(app: FastifyInstance, house: House): Promise<void> {
  const intake: Intake = { house, gate: new UploadGate(), darkroom: new Darkroom() };
  app.addHook('onClose', async () => intake.darkroom.close());
  await app.register(async (scope) => {
    await scope.register(multipart, { limits: FORM_LIMITS });
    scope.setErrorHandler((error, request, reply) => answerRefusal(house, error, request, reply));
    scope.post('/files', (request, reply) => upload(intake, request, reply));
    scope.get<ById>('/files/:id', (request, reply) => show(house, 'FULL', request, reply));
    scope.get<ById>('/files/:id/thumbnail', (request, reply) => show(house, 'THUMBNAIL', request, reply));
  });
}

interface ById {
  Params: { id: string };
}

interface Intake {
  readonly house: House;
  readonly gate: UploadGate;
  readonly darkroom: Darkroom;
}

async function upload(
  { house, gate, darkroom }: Intake,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (isForeign(request, house.config.origins)) fileReasons.refuse('FILE_FOREIGN_ORIGIN');
  const { personId, kind } = request.viewer;
  if (kind !== 'PERSON' || personId === null) return common.refuse('NOT_SIGNED_IN');
  return gate.admit(personId, async () => {
    const upload = await readUpload(request);
    await checkAllowance(house, personId, upload.content.length);
    const photo = await gate.inTurn(() => darkroom.develop(upload.content));
    const id = await keep(house, personId, upload, photo);
    const { mediaType, width, height, full } = photo;
    void reply.code(201).header('location', `/files/${id}`).header('cache-control', 'no-store');
    return reply.send({ id, mediaType, width, height, bytes: full.length });
  });
}

async function show(
  house: House,
  variant: Variant,
  request: FastifyRequest<ById>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const file = await visibleFile(house, request.viewer, request.params.id);
  const etag = `"${file.digest}${variant === 'FULL' ? '' : '-thumbnail'}"`;
  void reply.headers(HEADERS).header('etag', etag);
  if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send();
  const content = await contentOf(house.database, file.id, variant);
  if (!content) return fileReasons.refuse('FILE_NOT_FOUND');
  const name = `photo.${file.mediaType === 'image/webp' ? 'webp' : 'jpg'}`;
  return reply.type(file.mediaType).header('content-disposition', `inline; filename="${name}"`).send(content);
}

// A picture opened by itself must be nothing but a picture, and no other site may show it.
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, max-age=3600',
  vary: 'Cookie, Authorization',
};

function isKnown(known: string | undefined, etag: string): boolean {
  return known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;
}

/** Tells a refusal with its status and writes it to the journal; anything else is the house's to answer. */
async function answerRefusal(
  house: House,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (!(error instanceof Refusal)) throw error;
  const { code, message } = error;
  const { viewer, id: requestId } = request;
  const verb = request.method === 'POST' ? 'fileUpload' : 'fileShow';
  if (viewer.kind === 'PERSON')
    await house.journal.write({ kind: 'REFUSED', verb, code, viewer, subjectId: null, requestId });
  if (code === 'FILE_BUSY') void reply.header('retry-after', 5);
  for (const name of ['etag', 'vary']) void reply.removeHeader(name);
  void reply.code(REFUSAL_STATUS[code] ?? 400).header('cache-control', 'no-store');
  return reply.type('application/json; charset=utf-8').send({ code, message });
}
