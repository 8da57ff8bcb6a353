import { createHash, randomBytes } from 'node:crypto';

const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** A secret that says nothing: 256 random bits. Only its hash is kept. */
export interface Token {
  readonly token: string;
  readonly hash: Buffer;
}

export function newToken(): Token {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: sha256(token) };
}

/** The hash by which a token is found; null when the text cannot be one, so that no statement is spent on it. */
export function hashOfToken(token: string): Buffer | null {
  return SHAPE.test(token) ? sha256(token) : null;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest();
