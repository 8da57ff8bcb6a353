import { takeCookie } from '../../../platform/session/carrier.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { endSession } from '../session.ts';

export const logout = defineVerb({
  noun: 'session',
  action: 'logout',
  label: '退出登录',
  about: 'Ends the session at once, on every node and socket.',
  by: 'SIGNED_IN',
  shows: { field: 'ended', type: () => Boolean },
  async perform({ viewer, transaction, exchange }) {
    await endSession(viewer.sessionId!, transaction);
    if (exchange) takeCookie(exchange, transaction.house.config.https);
    return { value: true, event: { subjectId: viewer.sessionId! } };
  },
});
