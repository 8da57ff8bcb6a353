import { known } from './known.ts';
import { createClient, type Client } from 'graphql-ws';
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { Role, ScopeLevel } from '../../api/src/kernel/viewer.ts';

export interface Identity {
  readonly id: string;
  readonly role: Role;
  readonly scope: string;
  readonly postId: string;
  readonly phone: string;
  readonly token: string;
  readonly level: ScopeLevel;
}

export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly standing: { readonly state: string; readonly holder: string | null; readonly version: number } | null;
}

export interface Shown {
  readonly [key: string]: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests read only what they selected
}

export interface Answer {
  readonly status: number;
  readonly data: Shown | null;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

const ERRORS = 'userErrors { code message path standing { state holder version } }';

/** Somebody at the public door: asks, acts, listens. */
export class Somebody {
  constructor(
    readonly url: string,
    readonly who: Identity,
  ) {}

  /** Whoever is not signed in. */
  static nobody(url: string): Somebody {
    const nowhere = { id: '', scope: '', postId: '', phone: '', token: '' };
    return new Somebody(url, { ...nowhere, role: 'RESIDENT', level: 'community' });
  }

  private get authorization(): Record<string, string> {
    return this.who.token === '' ? {} : { authorization: `Bearer ${this.who.token}` };
  }

  /** The same person through another house. */
  at(url: string): Somebody {
    return new Somebody(url, this.who);
  }

  async ask(query: string, variables: object = {}): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      ...{ method: 'POST', body: JSON.stringify(known?.request(query, { variables }) ?? { query, variables }) },
      headers: { 'content-type': 'application/json', ...this.authorization },
    });
    const body = (await response.json()) as { data?: Shown; errors?: Answer['errors'] };
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  }

  /** Reads; throws when the answer has errors. */
  async reads(query: string, variables: object = {}): Promise<Shown> {
    const { data, errors } = await this.ask(query, variables);
    if (errors.length > 0 || !data)
      throw new Error(
        `${errors.map(({ message, extensions }) => `${extensions?.code} ${message}`).join('; ')} in ${query}`,
      );
    return data;
  }

  /** Calls a mutation: what its payload shows, and the one refusal, if any. Keys are made where they are needed. */
  async calls(
    name: string,
    input: object = {},
    shown = '__typename',
  ): Promise<{ payload: Shown | null; error: UserError | null; answer: Answer }> {
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    const answer = await this.ask(
      `mutation ($input: ${type}Input!) { ${name}(input: $input) { ${shown} ${ERRORS} } }`,
      { input },
    );
    const payload = (answer.data?.[name] ?? null) as Shown | null;
    return { payload, error: (payload?.['userErrors'] as UserError[] | undefined)?.[0] ?? null, answer };
  }

  /** Acts on an order and expects that it is done. Gives the order as it stands then. */
  async does(action: string, orderId: string, input: object = {}, shown = ORDER): Promise<Shown> {
    const { payload, error, answer } = await this.calls(
      nameOf(action),
      { orderId, ...keyFor(action), ...input },
      `order { ${shown} }`,
    );
    if (error || !payload)
      throw new Error(`${action}: ${error?.code ?? ''} ${error?.message ?? ''} ${JSON.stringify(answer.errors)}`);
    return payload['order'] as Shown;
  }

  /** Acts on an order and expects that it is refused. Gives the refusal. */
  async isRefused(action: string, orderId: string, input: object = {}): Promise<UserError> {
    const { error, payload, answer } = await this.calls(
      nameOf(action),
      { orderId, ...keyFor(action), ...input },
      `order { id }`,
    );
    if (!error) throw new Error(`${action} was not refused: ${JSON.stringify(payload ?? answer.errors)}`);
    return error;
  }

  order(id: string, shown = ORDER): Promise<Shown | null> {
    return this.reads(`query ($id: ID!) { order(id: $id) { ${shown} } }`, { id }).then(
      (data) => data['order'] as Shown | null,
    );
  }

  /** Uploads a photo and gives its id. */
  async uploads(photo: Buffer, purpose = 'AFTER'): Promise<string> {
    const form = new FormData();
    form.append('purpose', purpose);
    form.append('publishConsent', 'true');
    form.append('file', new Blob([new Uint8Array(photo)], { type: 'image/png' }), '照片.png');
    const response = await fetch(`${this.url}/files`, {
      method: 'POST',
      body: form,
      headers: this.authorization,
    });
    const body = (await response.json()) as { id?: string; message?: string };
    if (!body.id) throw new Error(`upload: ${String(response.status)} ${body.message ?? ''}`);
    return body.id;
  }

  /** Listens to a subscription field; everything heard is in `heard`. */
  listens(field: string, shown = NOTICE, after: string | null = null): Listening {
    const heard: Shown[] = [];
    const client = createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      lazy: false,
      retryAttempts: 0,
      connectionParams: async () => ({ ticket: await this.ticket() }),
      onNonLazyError: () => undefined,
    });
    const cursor = { value: after };
    const query = `subscription ($after: String) { ${field}(after: $after) { ${shown} } }`;
    const opened = new Promise<void>((resolve) => client.on('connected', () => setTimeout(resolve, 50)));
    client.subscribe<Shown>(
      { query, variables: { after } },
      {
        next: ({ data }) => {
          const notice = data?.[field] as Shown;
          heard.push({ ...notice, heardAt: performance.now() });
          cursor.value = notice['cursor'] as string;
        },
        error: () => undefined,
        complete: () => undefined,
      },
    );
    return { heard, opened, client, cursor };
  }

  async ticket(): Promise<string> {
    const data = await this.reads('mutation { sessionTicket { ticket { ticket } userErrors { code } } }');
    return data['sessionTicket'].ticket.ticket as string;
  }
}

export interface Listening {
  readonly heard: Shown[];
  /** Resolves when the server hears the subscription. */
  readonly opened: Promise<void>;
  readonly client: Client;
  readonly cursor: { value: string | null };
}

export const ORDER = 'id number state version round serial closing';
export const NOTICE = 'kind cursor action order { id state unit { id name } }';
const KEYED = ['claim', 'claimJoint'];
const keyFor = (action: string) => (KEYED.includes(action) ? { idempotencyKey: randomUUID() } : {});
const nameOf = (action: string) => `order${action.charAt(0).toUpperCase()}${action.slice(1)}`;
