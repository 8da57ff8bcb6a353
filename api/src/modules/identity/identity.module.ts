import { defineModule } from '../../platform/module.ts';
import { AccountFields, AccountQueries } from './account.queries.ts';
import { demoOf } from './demo.ts';
import { expiryRound } from './expiry.round.ts';
import { LOOK_UP_PEOPLE } from './official.policy.ts';
import { identityAuthenticator } from './session.authenticator.ts';
import { officialQueries } from './official.queries.ts';
import { PostFields, ViewerFields, ViewerQueries } from './viewer.queries.ts';

export const identityModule = defineModule({
  name: 'identity',
  queries: [officialQueries],
  resolvers: [ViewerQueries, ViewerFields, PostFields, AccountQueries, AccountFields],
  policy: {
    roots: { 'Query.viewer': 'ANYONE', 'Query.accounts': ['SECURITY_ADMIN'], 'Query.people': [...LOOK_UP_PEOPLE] },
    types: {
      ...{ Viewer: 'public', Person: 'personal', OwnContact: 'personal', Post: 'public' },
      ...{ Account: 'staff', AccountConnection: 'staff', AccountEdge: 'staff' },
      ...{ Official: 'staff', OfficialConnection: 'staff', OfficialEdge: 'staff', OfficialPost: 'staff' },
      ...{ Session: 'public', SocketTicket: 'public', CodeSent: 'public' },
    },
  },
  authenticator: identityAuthenticator,
  rounds: [expiryRound],
  demo: demoOf,
});
