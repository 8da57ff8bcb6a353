import { newToken } from '../../../platform/session/token.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { TICKET_LIFE } from '../limits.ts';
import { SocketTicketType } from '../session.type.ts';

export const ticket = defineVerb({
  noun: 'session',
  action: 'ticket',
  label: '获取实时连接凭证',
  about: 'Gives a ticket that opens one WebSocket within half a minute, so that no token stands in an address.',
  by: 'SIGNED_IN',
  shows: { field: 'ticket', type: () => SocketTicketType },
  async perform({ viewer, now, transaction }) {
    const { token, hash } = newToken();
    const expiresAt = new Date(now.getTime() + TICKET_LIFE);
    const text = 'INSERT INTO ws_ticket (hash, session_id, expires_at) VALUES ($1, $2, $3)';
    await transaction.rows('ticket-give', text, [hash, viewer.sessionId, expiresAt]);
    return { value: { ticket: token, expiresAt } };
  },
});
