import type { Viewer } from '../../kernel/viewer.ts';
import type { Guess } from './guess.ts';

/** A viewer with the moment at which their right to be heard ends by itself. */
export interface SignedIn {
  readonly viewer: Viewer;
  readonly expiresAt: Date;
}

/** How the platform learns who asks. The identity module is the one that knows. */
export interface Authenticator {
  /** Resolves an opaque session token from a cookie or a bearer header; null when it is unknown, expired or ended. */
  viewerOf(token: string): Promise<SignedIn | null>;
  /** As whom the token was known last; null when it was not, or is unknown. Costs no statement. */
  guess(token: string): Guess | null;
  /** Redeems a one-time ticket for a WebSocket; null when it is unknown, used or older than 30 seconds. */
  redeemTicket(ticket: string): Promise<SignedIn | null>;
}
