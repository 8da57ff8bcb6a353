import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../kernel/refusal.ts';
import { refusedQuestion } from '../../platform/graphql/questions.ts';
import type { House } from '../../platform/house.ts';
import '../../platform/http/viewer.ts';
import { exportRoutes } from './exports/export.routes.ts';
import { importRoutes } from './imports/import.routes.ts';
import { FORM_LIMITS } from './imports/upload.ts';
import { STATUS } from './sheet.reasons.ts';

/** Tables out of the house and into it. Refusals answer `{ code, message }`. */
export async function sheetRoutes(app: FastifyInstance, house: House): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(multipart, { limits: FORM_LIMITS });
    scope.setErrorHandler((error, request, reply) => answerRefusal(house, error, request, reply));
    exportRoutes(scope, house);
    importRoutes(scope, house);
  });
}

/** Tells a refusal with its status and writes it to the journal; anything else is the house's to answer. */
async function answerRefusal(
  house: House,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const refused = error instanceof Refusal ? error : refusedQuestion(error);
  if (!refused) throw error;
  const { code, message } = refused;
  const { viewer, id: requestId } = request;
  const verb = (request.routeOptions.url ?? '').split('/')[1] === 'exports' ? 'sheetExport' : 'sheetImport';
  if (viewer.kind === 'PERSON')
    await house.journal.write({ kind: 'REFUSED', verb, code, viewer, subjectId: null, requestId });
  if (code === 'SHEET_BUSY') void reply.header('retry-after', 5);
  void reply.code(STATUS[code] ?? 400).header('cache-control', 'no-store');
  return reply.type('application/json; charset=utf-8').send({ code, message });
}
