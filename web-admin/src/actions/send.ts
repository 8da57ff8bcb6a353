import { sessionState } from '../shell/session-state.ts';
import { type Answer, askByHash, askByText, Unreachable } from '../shell/wire.ts';
import type { ActionForm } from './form.ts';

/** A foreseen no of the server. */
export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly standing?: {
    readonly stateLabel: string;
    readonly version: number;
    readonly holder?: string | null;
  } | null;
}

export type Payload = Readonly<Record<string, unknown>>;

/** What came of a call. */
export type Outcome =
  | { readonly kind: 'done'; readonly payload: Payload }
  | { readonly kind: 'refused'; readonly errors: readonly UserError[] }
  | { readonly kind: 'fault'; readonly message: string }
  | { readonly kind: 'unreachable' };

type Answered = Answer<Readonly<Record<string, Payload & { readonly userErrors: readonly UserError[] }>>>;

/** Calls the mutation of a form, by the hash of the listed document. */
export async function send(form: ActionForm, input: Payload): Promise<Outcome> {
  const takesInput = form.subjectField !== null || form.keyed || form.fields.length > 0;
  const variables = takesInput ? { input } : {};
  try {
    return outcomeOf(form, await call(form, variables));
  } catch (error) {
    if (error instanceof Unreachable) return { kind: 'unreachable' };
    throw error;
  }
}

function call({ document, mutation, subjectField, keyed, fields }: ActionForm, variables: object): Promise<Answered> {
  if (document) return askByHash({ hash: document, variables });
  // A mutation so new that no document is listed for it yet: houses that take any text still take this one.
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const has = subjectField !== null || keyed || fields.length > 0;
  const errors = 'userErrors { code message path standing { stateLabel version holder } }';
  const query = `mutation${has ? `($input: ${type}!)` : ''} { ${mutation}${has ? '(input: $input)' : ''} { ${errors} } }`;
  return askByText({ query, variables });
}

function outcomeOf({ mutation }: ActionForm, { data, errors }: Answered): Outcome {
  const payload = data?.[mutation];
  if (!payload) {
    if (errors?.some(({ extensions }) => extensions?.code === 'NOT_SIGNED_IN')) sessionState.end();
    return { kind: 'fault', message: (errors ?? []).map(({ message }) => message).join(' ') };
  }
  return payload.userErrors.length > 0 ? { kind: 'refused', errors: payload.userErrors } : { kind: 'done', payload };
}
