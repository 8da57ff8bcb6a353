import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';

/** Something did not happen as the story says. The message is for the person who reads it. */
export class Deviation extends Error {}

export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly standing: { readonly holder: string | null; readonly stateLabel: string } | null;
}

/** What a mutation answers: its one field beside the refusals. */
export interface Answer {
  readonly userErrors: readonly UserError[];
  readonly [field: string]: unknown;
}

export const REFUSED = 'userErrors { code message standing { holder stateLabel } }';

/** A house, seen from outside: GraphQL over HTTP, the form for photos, the WebSocket. */
export class House {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  async page(): Promise<string> {
    const response = await fetch(this.url).catch((error: unknown) => {
      throw new Deviation(`连不上 ${this.url}，请先运行 npm start（${(error as Error).message}）`);
    });
    return response.text();
  }

  /** Asks one thing; anything but data is a deviation. */
  async ask(text: string, variables: Readonly<Record<string, unknown>>, token?: string): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query: text, variables }),
    });
    const { data, errors } = (await response.json()) as {
      data?: Record<string, Answer>;
      errors?: { message: string }[];
    };
    if (errors || !data) throw new Deviation(`接口应答 ${response.status}：${errors?.[0]?.message ?? '没有数据'}`);
    return Object.values(data)[0]!;
  }

  /** A file, with the rights of whoever asks. */
  async download(path: string, token: string): Promise<ArrayBuffer> {
    const response = await fetch(`${this.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (response.status !== 200) throw new Deviation(`${path} 应答 ${response.status}`);
    return response.arrayBuffer();
  }

  async upload(photo: Uint8Array<ArrayBuffer>, purpose: 'BEFORE' | 'AFTER', token: string): Promise<string> {
    const form = new FormData();
    form.set('purpose', purpose);
    form.set('publishConsent', 'true');
    form.set('file', new Blob([photo], { type: 'image/png' }), 'photo.png');
    const response = await fetch(`${this.url}/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    const answer = (await response.json()) as { id?: string; message?: string };
    if (response.status !== 201 || !answer.id)
      throw new Deviation(`照片没有收下：${answer.message ?? response.status}`);
    return answer.id;
  }

  /** A WebSocket of somebody's own; every connection takes a fresh ticket. */
  socket(token: string): Client {
    return createClient({
      url: `${this.url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      lazy: true,
      retryAttempts: 0,
      connectionParams: async () => {
        const { ticket } = await this.ask(`mutation { sessionTicket { ticket { ticket } ${REFUSED} } }`, {}, token);
        return { ticket: (ticket as { ticket: string }).ticket };
      },
    });
  }
}
