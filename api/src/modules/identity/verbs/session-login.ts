import { choice, line, secret } from '../../../kernel/field.ts';
import { Turns } from '../../../platform/session/turns.ts';
import { defineVerb, type PrepareContext } from '../../../platform/process/verb.ts';
import { Carrier } from '../identity.choices.ts';
import { reasons } from '../identity.reasons.ts';
import { verifyPassword } from '../password.ts';
import { handOver, openSession, type SigningIn } from '../session.ts';
import { SessionType } from '../session.type.ts';
import { countFailure, forgive, guardOfAddress, guardOfUsername, refuseWhileLocked } from '../sign-in-guard.ts';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

interface AccountRow {
  readonly id: string;
  readonly state: string;
  readonly passwordHash: string | null;
}

// Tries of one user name wait for each other, so that a hundred at once are not a hundred guesses.
const turns = new Turns();

/** Proves the password. Unknown names are treated like known ones: the same counting, answer and time. */
async function prove({ input, house, exchange }: PrepareContext<Credentials>): Promise<SigningIn> {
  const username = input.username.normalize('NFKC').toLowerCase();
  const ofUsername = guardOfUsername(house, username);
  const guards = [ofUsername, ...guardOfAddress(house, exchange)];
  return turns.take(ofUsername.key.toString('hex'), async () => {
    await refuseWhileLocked(house, guards);
    const text = 'SELECT id, state, password_hash AS "passwordHash" FROM account WHERE username = $1';
    const [account] = await house.database.query<AccountRow>('account-by-username', text, [username]);
    if (!(await verifyPassword(account?.passwordHash ?? null, input.password)) || !account) {
      await countFailure(house, guards);
      return reasons.refuse('LOGIN_FAILED');
    }
    if (account.state !== 'ACTIVE') return reasons.refuse('ACCOUNT_LOCKED');
    await forgive(house, ofUsername);
    return { personId: account.id, method: 'PASSWORD', passwordHash: account.passwordHash };
  });
}

export const login = defineVerb({
  noun: 'session',
  action: 'login',
  label: '登录',
  about: 'Signs in with user name and password. Five failures lock the name for a quarter of an hour, then for longer.',
  by: 'ANYONE',
  signsIn: true,
  input: {
    username: line('用户名', 'As the security administrator gave it; upper and lower case are one.', { max: 64 }),
    password: secret('密码', 'The password.'),
    carrier: choice('携带方式', 'Browsers take a cookie, programs a bearer token.', Carrier),
  },
  shows: { field: 'session', type: () => SessionType },
  prepare: prove,
  async perform({ input, viewer, transaction, exchange, prepared }) {
    const opened = await openSession(prepared, viewer, transaction);
    const { sessionId, personId, postId, replaced } = opened;
    return {
      value: handOver(opened, input.carrier, exchange, transaction.house),
      event: { subjectId: sessionId, personId, effect: { data: { method: prepared.method, postId, replaced } } },
    };
  },
});
