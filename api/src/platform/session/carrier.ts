import type { Exchange } from '../graphql/context.ts';

/** Name of the cookie in which a browser carries its session. */
export const SESSION_COOKIE = 'gongzhi_session';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The session token that a request carries: as a bearer token (programs) or else in the cookie (browsers). */
export function tokenOf(headers: Headers): string | null {
  const { authorization, cookie } = headers;
  const bearer = typeof authorization === 'string' ? /^Bearer +(\S+)$/i.exec(authorization)?.[1] : undefined;
  return bearer ?? (typeof cookie === 'string' ? cookieNamed(cookie, SESSION_COOKIE) : null);
}

function cookieNamed(header: string, name: string): string | null {
  const pair = header.split(';').find((part) => part.trimStart().startsWith(`${name}=`));
  return pair ? pair.slice(pair.indexOf('=') + 1).trim() : null;
}

interface CookieOptions {
  readonly seconds: number;
  /** Does the house know that browsers reach it by https? A proxy may stand between. */
  readonly https: boolean;
}

/** Gives the browser its session. No script can read it, no other site can send it. */
export function giveCookie({ request, reply }: Exchange, token: string, { seconds, https }: CookieOptions): void {
  const secure = https || request.protocol === 'https' ? ['Secure'] : [];
  const attributes = [`Max-Age=${String(seconds)}`, 'Path=/', 'HttpOnly', 'SameSite=Strict', ...secure];
  reply.header('set-cookie', [`${SESSION_COOKIE}=${token}`, ...attributes].join('; '));
}

/** Takes the session from the browser. */
export function takeCookie(exchange: Exchange, https: boolean): void {
  giveCookie(exchange, '', { seconds: 0, https });
}
