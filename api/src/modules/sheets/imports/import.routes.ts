import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../../../kernel/field.ts';
import { common } from '../../../kernel/refusal.ts';
import type { Viewer } from '../../../kernel/viewer.ts';
import type { House } from '../../../platform/house.ts';
import { isForeign } from '../../../platform/http/origin.ts';
import '../../../platform/http/viewer.ts';
import { inTransaction } from '../../../platform/process/transaction.ts';
import { holdsPost } from '../../identity/index.ts';
import { attachment, XLSX } from '../attachment.ts';
import { Gate } from '../gate.ts';
import { LIMITS } from '../sheet.limits.ts';
import { sheetReasons } from '../sheet.reasons.ts';
import { readBook } from './book.ts';
import { beginImport, failedRows, importOf, recentImports, type ImportRow } from './import.store.ts';
import { kindFor, verbsOfKind } from './kind.ts';
import { readLists } from './lists.ts';
import { reportOf, summaryOf } from './report.ts';
import { Imports } from './run-import.ts';
import { tableIn } from './table.ts';
import { readUpload } from './upload.ts';

interface OfKind {
  Params: { kind: string };
}
interface ById {
  Params: { id: string };
}

interface Desk {
  readonly house: House;
  readonly gate: Gate;
  readonly imports: Imports;
}

/**
 * GET /imports/:kind/template.xlsx; POST /imports/:kind (multipart, one file) answers 202 `{ id }`; GET /imports/:kind/recent lists one’s own of
 * today; GET /imports/:id and /imports/:id/errors.xlsx tell what became of one. Kinds: `units`, `people`.
 */
export function importRoutes(app: FastifyInstance, house: House): void {
  const desk: Desk = { house, gate: new Gate(3, 1), imports: new Imports(house) };
  // Before anything is closed: rows under way still need the database.
  app.addHook('preClose', () => desk.imports.close());
  app.get<OfKind>('/imports/:kind/template.xlsx', (request, reply) => template(house, request, reply));
  app.post<OfKind>('/imports/:kind', (request, reply) => take(desk, request, reply));
  app.get<OfKind>('/imports/:kind/recent', (request, reply) => recent(house, request, reply));
  app.get<ById>('/imports/:id', (request, reply) => report(house, request, reply));
  app.get<ById>('/imports/:id/errors.xlsx', (request, reply) => errors(house, request, reply));
}

async function template(house: House, request: FastifyRequest<OfKind>, reply: FastifyReply): Promise<FastifyReply> {
  const kind = kindFor(request.params.kind, request.viewer, house.verbs);
  const lists = await readLists(house.database);
  // Loaded when somebody wants one: the library is large.
  const { templateBook } = await import('./template.ts');
  return attachment(reply, XLSX, `${kind.title}导入模板.xlsx`).send(await templateBook(kind, lists));
}

async function take(
  { house, gate, imports }: Desk,
  request: FastifyRequest<OfKind>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (isForeign(request, house.config.origins)) sheetReasons.refuse('SHEET_FOREIGN_ORIGIN');
  const { viewer, id: requestId } = request;
  const kind = kindFor(request.params.kind, viewer, house.verbs);
  const personId = viewer.personId!;
  const leave = gate.enter(personId);
  try {
    const { bytes, fileName } = await readUpload(request);
    const table = tableIn(await readBook(bytes), kind.columns);
    const { headers, places, rows } = table;
    const digest = createHash('sha256').update(bytes).digest();
    const made = { personId, kind: kind.name, digest, fileName, headers, places, rows: rows.length };
    const { id, isNew } = await beginImport(house, made);
    const verbs = verbsOfKind(kind, house.verbs);
    if (isNew) {
      const lists = await readLists(house.database);
      const caller = { house, viewer, requestId, exchange: null };
      imports.start(id, { kind, verbs, table, lists, caller }, () => stillHolds(house, viewer));
    }
    void reply.code(202).header('location', `/imports/${id}`).header('cache-control', 'no-store');
    return reply.send({ id, rows: rows.length });
  } finally {
    leave();
  }
}

/** A post may end while its holder's file is worked on. */
function stillHolds(house: House, { personId, post }: Viewer): Promise<boolean> {
  return inTransaction(house, (transaction) =>
    holdsPost(transaction, { personId: personId!, scope: post!.scope }, [post!.role]),
  );
}

const SHOWN = 500;

async function report(house: House, request: FastifyRequest<ById>, reply: FastifyReply): Promise<FastifyReply> {
  const own = await ownImport(house, request);
  const failed = await failedRows(house, own.id, SHOWN);
  return reply.header('cache-control', 'no-store').send(reportOf(own, failed));
}

async function recent(house: House, request: FastifyRequest<OfKind>, reply: FastifyReply): Promise<FastifyReply> {
  const { viewer, params } = request;
  const kind = kindFor(params.kind, viewer, house.verbs);
  const imports = await recentImports(house, viewer.personId!, kind.name);
  return reply.header('cache-control', 'no-store').send({ imports: imports.map(summaryOf) });
}

async function errors(house: House, request: FastifyRequest<ById>, reply: FastifyReply): Promise<FastifyReply> {
  const own = await ownImport(house, request);
  const failed = await failedRows(house, own.id, LIMITS.rows);
  const { errorsBook } = await import('./errors-book.ts');
  const name = own.fileName.replace(/\.\w{2,5}$/, '');
  return attachment(reply, XLSX, `${name}-未导入的行.xlsx`).send(await errorsBook(own, failed));
}

/** The import, if it is the viewer's; for everybody else there is none. */
async function ownImport(house: House, { viewer, params }: FastifyRequest<ById>): Promise<ImportRow> {
  if (viewer.kind !== 'PERSON' || viewer.personId === null) return common.refuse('NOT_SIGNED_IN');
  const own = isId(params.id) ? await importOf(house, params.id, viewer.personId) : null;
  return own ?? sheetReasons.refuse('IMPORT_UNKNOWN');
}
