import type { Round } from '../../platform/process/rounds.ts';
import { SESSION_KEPT } from './limits.ts';

const SWEEPS = {
  'sweep-sessions': 'DELETE FROM session WHERE expires_at < $1',
  'sweep-tickets': 'DELETE FROM ws_ticket WHERE expires_at < $1',
  // What was sent and failed a day ago limits nothing any more.
  'sweep-codes': 'DELETE FROM one_time_code WHERE sent_at < $1',
  'sweep-guards': 'DELETE FROM sign_in_guard WHERE since < $1 AND (locked_until IS NULL OR locked_until < $1)',
};

/** Forgets what expired more than a day ago. What happened stays in the events. */
export const expiryRound: Round = {
  name: 'expired sessions, tickets, codes',
  everySeconds: 3600,
  async run({ database, now }) {
    const before = new Date(now().getTime() - SESSION_KEPT);
    for (const [name, text] of Object.entries(SWEEPS)) await database.query(name, text, [before]);
  },
};
