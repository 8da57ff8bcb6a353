import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { common } from '../../../kernel/refusal.ts';
import { ROLES, type Viewer } from '../../../kernel/viewer.ts';
import { Context } from '../../../platform/graphql/context.ts';
import type { House } from '../../../platform/house.ts';
import '../../../platform/http/viewer.ts';
import { personById } from '../../identity/index.ts';
import { Gate } from '../gate.ts';
import { saidAt } from '../said.ts';
import { LIMITS } from '../sheet.limits.ts';
import { sheetReasons } from '../sheet.reasons.ts';
import { XLSX, attachment } from '../attachment.ts';
import { auditExport } from './audit.export.ts';
import { queriesOf, type Export, type Node, type Say } from './export.ts';
import { ordersExport } from './orders.export.ts';
import { recordExport } from './record-export.ts';
import { resolutionsExport } from './resolutions.export.ts';

const EXPORTS = [ordersExport, resolutionsExport, auditExport];
const PAGE = 100;

interface Named {
  Params: { file: string };
  Querystring: Record<string, string | string[] | undefined>;
}

/** GET /exports/orders.xlsx, resolutions.xlsx, audit.xlsx, with the filter of the list (and `sort`) in the query string. */
export function exportRoutes(app: FastifyInstance, house: House): void {
  const gate = new Gate(6, 2);
  app.get<Named>('/exports/:file', (request, reply) => takeHome(house, gate, request, reply));
}

async function takeHome(
  house: House,
  gate: Gate,
  request: FastifyRequest<Named>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { viewer, params } = request;
  if (viewer.kind !== 'PERSON' || viewer.personId === null) return common.refuse('NOT_SIGNED_IN');
  const chosen = EXPORTS.find(({ name }) => `${name}.xlsx` === params.file) ?? sheetReasons.refuse('SHEET_UNKNOWN');
  const leave = gate.enter(viewer.personId);
  try {
    const asking = await begin(house, chosen, request);
    const { writeExport } = await import('./write-export.ts');
    const out = new PassThrough();
    void writeExport(chosen, asking, out)
      .catch((error: unknown) => {
        if (!out.destroyed) request.log.warn({ err: error }, 'an export was broken off');
        out.destroy();
      })
      .finally(leave);
    return attachment(reply, XLSX, `${chosen.title}-${saidAt(house.now()).slice(0, 10)}.xlsx`).send(out);
  } catch (error) {
    leave();
    throw error;
  }
}

/** Counts, reads the first page and leaves a record, so that whatever is refused is refused before a byte is sent. */
async function begin(house: House, chosen: Export, request: FastifyRequest<Named>) {
  const { viewer, query } = request;
  const { sort, ...given } = query;
  const filter = house.questions.filter(chosen.filter, given);
  const context = new Context(house, viewer, request.id);
  const { page, count } = queriesOf(chosen);
  const counted = await house.questions.ask<Answer>(count, { filter }, context);
  const total = counted[chosen.root]!.totalCount;
  if (total > LIMITS.exported)
    sheetReasons.refuse('EXPORT_TOO_MANY', { values: { count: total, max: LIMITS.exported } });
  const ask = async (after: string | null) => {
    const sorted = chosen.sort && typeof sort === 'string' ? { sort } : {};
    const variables = { filter, first: PAGE, after, ...sorted };
    const asked = new Context(house, viewer, request.id);
    return (await house.questions.ask<Answer>(page, variables, asked))[chosen.root]!;
  };
  const first = await ask(null);
  const mark = await markOf(chosen, total, context);
  await recordExport(house, viewer, { name: chosen.name, filter, rows: total });
  return { mark, pages: pagesAfter(first, ask), say: sayer(house) };
}

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Node[];
}
type Answer = Readonly<Record<string, Page>>;

async function* pagesAfter(first: Page, ask: (after: string | null) => Promise<Page>): AsyncGenerator<readonly Node[]> {
  let rows = first.nodes.length;
  yield first.nodes;
  for (let last = first; last.pageInfo.hasNextPage && rows < LIMITS.exported;) {
    last = await ask(last.pageInfo.endCursor);
    rows += last.nodes.length;
    yield last.nodes;
  }
}

async function markOf({ title }: Export, total: number, context: Context): Promise<string> {
  const { viewer, now, house } = context;
  const person = await context.load(personById, viewer.personId!);
  const at = saidAt(now);
  const shown = `${title} · 导出人：${person?.displayName ?? ''}${postOf(viewer)} · 导出时间：${at} · 共${total}条`;
  return `${shown} · 内部资料，请妥善保管${house.config.demo ? ' · 演示数据' : ''}`;
}

const postOf = ({ post }: Viewer): string => (post ? `（${post.scopeName} ${ROLES[post.role].label}）` : '');

function sayer({ questions }: House): Say {
  const known = new Map<string, ReadonlyMap<string, string>>();
  return (enumName, value) => {
    const labels = known.get(enumName) ?? questions.labels(enumName);
    known.set(enumName, labels);
    return labels.get(value) ?? value;
  };
}
