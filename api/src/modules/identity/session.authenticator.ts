import { Together } from '../../platform/database/together.ts';
import type { House } from '../../platform/house.ts';
import type { Authenticator } from '../../platform/session/authenticator.ts';
import { hashOfToken } from '../../platform/session/token.ts';
import { SessionGuesses } from './session.guesses.ts';
import { SessionLookUp, signedIn, viewerIn } from './session.look-up.ts';

/**
 * Finds who asks, in at most one statement a request: what was ended a moment ago is ended. Requests that come while a look-up is on its
 * way share the next; a query that was planned before takes the look-up along.
 */
export function identityAuthenticator(house: House): Authenticator {
  const sessions = new SessionLookUp(house);
  const byToken = new Together(async (hashes: readonly Buffer[]) => {
    const found = await sessions.ask(sessions.byToken(hashes));
    return hashes.map((hash) => found.find((row) => row.hash.equals(hash)) ?? null);
  });
  const look = async (hash: Buffer) => {
    const row = await byToken.ask(hash);
    guesses.learn(hash, row && viewerIn(row));
    return row && signedIn(row);
  };
  const guesses = new SessionGuesses(sessions, async (hash) => (await look(hash))?.viewer ?? null);
  const ofToken = <T>(token: string, find: (hash: Buffer) => T) => {
    const hash = hashOfToken(token);
    return hash && find(hash);
  };
  return {
    viewerOf: async (token) => ofToken(token, look),
    guess: (token) => ofToken(token, (hash) => guesses.of(hash)),
    redeemTicket: async (ticket) => {
      const [row] = (await ofToken(ticket, (hash) => sessions.ask(sessions.byTicket(hash)))) ?? [];
      return row ? signedIn(row) : null;
    },
  };
}
