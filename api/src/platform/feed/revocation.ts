import type { DomainEvent } from '../../kernel/event.ts';
import type { Viewer } from '../../kernel/viewer.ts';

/** What an event takes away: every socket of this session, post or person must be closed. */
export interface Revocation {
  readonly of: 'session' | 'post' | 'account';
  readonly id: string;
}

const REVOKING: Readonly<Record<Revocation['of'], readonly string[]>> = {
  session: ['end', 'logout', 'actAs'],
  post: ['end'],
  account: ['lock', 'setPassword', 'changePassword'],
};

/** The subject of the event is the session, the post or, for an account, the person. */
export function revocationOf({ noun, action, subjectId, data }: DomainEvent): Revocation | null {
  // Who signs in anew leaves the session in which they did.
  if (noun === 'session' && typeof data['replaced'] === 'string') return { of: 'session', id: data['replaced'] };
  const actions = Object.hasOwn(REVOKING, noun) ? REVOKING[noun as Revocation['of']] : [];
  return actions.includes(action) ? { of: noun as Revocation['of'], id: subjectId } : null;
}

export function isRevoked({ of, id }: Revocation, viewer: Viewer): boolean {
  if (of === 'session') return viewer.sessionId === id;
  return of === 'post' ? viewer.post?.id === id : viewer.personId === id;
}
