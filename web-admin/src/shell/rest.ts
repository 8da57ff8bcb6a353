import { sessionState } from './session-state.ts';
import { COMMON } from '../texts/common.ts';

/** What a route that carries files said when it said no. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly status: number,
    readonly code: string,
    sentence: string,
  ) {
    super(sentence);
  }

  /** Did nobody answer? Then it may be asked again. */
  get isPassing(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

/** Asks a route that carries files. Throws `Refused` with a sentence for people; a session that has ended is asked for above the page. */
async function asked(path: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(path, { credentials: 'same-origin', ...init }).catch(() => null);
  if (!answer) throw new Refused(0, 'UNREACHABLE', COMMON.unreachable);
  if (answer.ok) return answer;
  const told = (await answer.json().catch(() => ({}))) as { readonly code?: string; readonly message?: string };
  if (answer.status === 401) sessionState.end();
  throw new Refused(answer.status, told.code ?? 'INTERNAL', told.message ?? COMMON.unreachable);
}

/** Reads JSON. */
export const readJson = async <T>(path: string): Promise<T> => (await (await asked(path)).json()) as T;

/** Uploads one file. */
export async function sendFile<T>(path: string, file: File): Promise<T> {
  const body = new FormData();
  body.append('file', file);
  return (await (await asked(path, { method: 'POST', body })).json()) as T;
}

/** Fetches a file and hands it to the browser under the name that the server gives it. */
export async function download(path: string): Promise<void> {
  const answer = await asked(path);
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = nameIn(answer.headers.get('content-disposition') ?? '');
  link.click();
  URL.revokeObjectURL(address);
}

function nameIn(disposition: string): string {
  const [, coded] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
  return coded ? decodeURIComponent(coded) : '';
}
