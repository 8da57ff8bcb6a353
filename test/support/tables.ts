import exceljs from 'exceljs';
import type { Shown, Somebody } from './somebody.ts';

export interface Fetched {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly body: Shown;
}

const authorization = ({ who }: Somebody) => ({ authorization: `Bearer ${who.token}` });

/** Fetches an address of the house as somebody. */
export async function gets(by: Somebody, path: string): Promise<Fetched> {
  const answer = await fetch(by.url + path, { headers: authorization(by) });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const isJson = answer.headers.get('content-type')?.startsWith('application/json');
  return {
    ...{ status: answer.status, headers: answer.headers, bytes },
    body: isJson ? (JSON.parse(bytes.toString()) as Shown) : {},
  };
}

/** Uploads a file to be imported. */
export async function uploads(
  by: Somebody,
  kind: string,
  content: Buffer | string,
  { name = '表格.xlsx', headers = {} }: { name?: string; headers?: object } = {},
): Promise<Fetched> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  const answer = await fetch(`${by.url}/imports/${kind}`, {
    ...{ method: 'POST', body: form },
    headers: { ...authorization(by), ...headers },
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, bytes, body: JSON.parse(bytes.toString()) as Shown };
}

/** Uploads a file and waits for the end of its import. */
export async function imports(
  by: Somebody,
  kind: string,
  content: Buffer | string,
  options: { name?: string } = {},
): Promise<Shown> {
  const { status, body } = await uploads(by, kind, content, options);
  if (status !== 202) throw new Error(`${String(status)} ${String(body['code'])} ${String(body['message'])}`);
  return finished(by, body['id'] as string);
}

/** The report of an import once it has ended. */
export async function finished(by: Somebody, id: string): Promise<Shown> {
  for (;;) {
    const { body } = await gets(by, `/imports/${id}`);
    if (body['finished'] !== false) return body;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A workbook of one sheet. */
export async function bookOf(rows: readonly (readonly unknown[])[]): Promise<Buffer> {
  const book = new exceljs.Workbook();
  book.addWorksheet('表').addRows(rows.map((row) => [...row]));
  return Buffer.from(await book.xlsx.writeBuffer());
}

export async function opened(bytes: Buffer): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book;
}

const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** Texts of a sheet, row by row. */
export function textsOf(sheet: exceljs.Worksheet): string[][] {
  const rows: string[][] = [];
  sheet.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map((value) => textOf(value))));
  return rows;
}
