import { Agent, request } from 'node:http';
import type { Answer, Identity, Shown, Somebody, UserError } from './somebody.ts';

/** No answer came: the call may have had its effect, or not. */
export class NoAnswer extends Error {}

/** Connections that are kept open, for tests that call often. */
export function keepAlive(connections: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections });
}

/**
 * Asks as somebody. Much cheaper than `fetch`, so that what is measured is the server.
 * @throws NoAnswer when the connection broke, the time ran out or the server failed.
 */
export function post(url: string, { token }: Pick<Identity, 'token'>, body: object, agent: Agent): Promise<Answer> {
  const text = JSON.stringify(body);
  const headers = {
    ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
    authorization: `Bearer ${token}`,
  };
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(new NoAnswer(error.message, { cause: error }));
    const sent = request(`${url}/graphql`, { method: 'POST', agent, headers, timeout: 20_000 }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', fail);
      response.once('aborted', () => fail(new Error('aborted')));
      response.once('end', () => {
        const said = Buffer.concat(parts).toString('utf8');
        const status = response.statusCode ?? 0;
        if (status >= 500) return fail(new Error(`${String(status)} ${said}`));
        const { data = null, errors = [] } = JSON.parse(said) as { data?: Shown; errors?: Answer['errors'] };
        resolve({ status, data, errors });
      });
    });
    sent.once('error', fail);
    sent.once('timeout', () => sent.destroy(new Error('timeout')));
    sent.end(text);
  });
}

export interface Called {
  /** What the payload shows; null when the call was refused. */
  readonly shown: Shown | null;
  readonly error: UserError | null;
}

/** Calls a mutation of an order. @throws NoAnswer */
export async function callOrder(
  by: Pick<Somebody, 'who'> & { readonly url: string },
  name: string,
  input: object,
  { agent, shown = 'id state version' }: { agent: Agent; shown?: string },
): Promise<Called> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${name}(input: $input) { order { ${shown} } ${ERRORS} } }`;
  const { data, errors } = await post(by.url, by.who, { query, variables: { input } }, agent);
  const payload = data?.[name] as Shown | null | undefined;
  if (!payload) throw new NoAnswer(`${name}: ${JSON.stringify(errors)}`);
  return { shown: payload['order'] as Shown | null, error: (payload['userErrors'] as UserError[])[0] ?? null };
}

const ERRORS = 'userErrors { code message path standing { state holder version } }';
