import type { Viewer } from '../../kernel/viewer.ts';
import { Guess, type Proving } from '../../platform/session/guess.ts';
import { viewerIn, type SessionLookUp, type SessionRow } from './session.look-up.ts';

/** Tokens of which it is remembered who they stood for: what was not seen the longest goes. */
const REMEMBERED = 20_000;

/**
 * Remembers as whom tokens were known last, so that the look-up of a session can travel with what is asked. Nothing is ever answered
 * from here: every guess is proved by the session as it stands, in the same message or by itself.
 */
export class SessionGuesses {
  private readonly viewers = new Map<string, Viewer>();
  private readonly proving: Proving;

  constructor(
    sessions: SessionLookUp,
    private readonly look: (hash: Buffer) => Promise<Viewer | null>,
  ) {
    this.proving = {
      statement: (secrets) => sessions.byToken(secrets),
      read: async (rows) => {
        const found = await sessions.noted(rows as readonly SessionRow[]);
        return new Map(found.map((row) => [row.hash.toString('hex'), this.learn(row.hash, viewerIn(row))!]));
      },
    };
  }

  /** Notes who a token stands for now; null when for nobody. */
  learn(hash: Buffer, viewer: Viewer | null): Viewer | null {
    const key = hash.toString('hex');
    this.viewers.delete(key);
    if (viewer) this.viewers.set(key, viewer);
    if (this.viewers.size > REMEMBERED) this.viewers.delete(this.viewers.keys().next().value!);
    return viewer;
  }

  of(hash: Buffer): Guess | null {
    const viewer = this.viewers.get(hash.toString('hex'));
    return viewer ? new Guess(viewer, hash, this.proving, () => this.look(hash)) : null;
  }
}
