import { defineModule } from '../../platform/module.ts';
import { AccountFields, AccountQueries } from './account.queries.ts';
import { demoOf } from './demo.ts';
import { expiryRound } from './expiry.round.ts';
import { identityAuthenticator } from './session.authenticator.ts';
import { PostFields, ViewerFields, ViewerQueries } from './viewer.queries.ts';

export const identityModule = defineModule({
  name: 'identity',
  resolvers: [ViewerQueries, ViewerFields, PostFields, AccountQueries, AccountFields],
  policy: {
    roots: { 'Query.viewer': 'ANYONE', 'Query.accounts': ['SECURITY_ADMIN'] },
    types: {
      ...{ Viewer: 'public', Person: 'personal', OwnContact: 'personal', Post: 'public' },
      ...{ Account: 'staff', AccountConnection: 'staff', AccountEdge: 'staff' },
      ...{ Session: 'public', SocketTicket: 'public', CodeSent: 'public' },
    },
  },
  authenticator: identityAuthenticator,
  rounds: [expiryRound],
  demo: demoOf,
});
