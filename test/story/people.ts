import { Deviation, REFUSED, type Answer, type House } from './house.ts';
import { codeOn, type Account } from './page.ts';

/** Somebody who is signed in. */
export interface Person {
  readonly name: string;
  readonly role: string;
  readonly where: string;
  readonly token: string;
  /** Division code, or the unit's id. */
  readonly scope: string;
}

const SESSION = `session { token viewer { post { scope } } } ${REFUSED}`;
const LOGIN = `mutation ($input: SessionLoginInput!) { sessionLogin(input: $input) { ${SESSION} } }`;
const LOGIN_BY_CODE = `mutation ($input: SessionLoginByCodeInput!) { sessionLoginByCode(input: $input) { ${SESSION} } }`;
const REQUEST_CODE = `mutation ($input: SessionRequestCodeInput!) { sessionRequestCode(input: $input) { ${REFUSED} } }`;
/** A code can be asked for once a minute; the demo's residents have numbers in a row, and neighbours follow each other. */
const NEIGHBOURS = 15;

export async function signIn(house: House, account: Account): Promise<Person> {
  const { login: username, password } = account;
  return personOf(await house.ask(LOGIN, { input: { username, password, carrier: 'BEARER' } }), account);
}

/** Signs in by phone; when the number has asked for a code a moment ago, the next neighbour does. */
export async function signInByPhone(house: House, account: Account): Promise<Person> {
  for (let n = 0; n < NEIGHBOURS; n++) {
    const phone = String(Number(account.login) + n);
    const { userErrors } = await house.ask(REQUEST_CODE, { input: { phone } });
    if (userErrors[0]?.code === 'CODE_TOO_OFTEN') continue;
    if (userErrors[0]) throw new Deviation(userErrors[0].message);
    const code = codeOn(await house.page(), phone);
    const answer = await house.ask(LOGIN_BY_CODE, { input: { phone, code, carrier: 'BEARER' } });
    return personOf(answer, { ...account, name: n === 0 ? account.name : `${account.name}的邻居`, login: phone });
  }
  throw new Deviation('演示居民刚刚都取过验证码，请一分钟后再试');
}

function personOf(answer: Answer, { name, role, where }: Account): Person {
  const session = answer['session'] as { token: string; viewer: { post: { scope: string } } } | null;
  if (!session) throw new Deviation(`${role}${name}没有登录成功：${answer.userErrors[0]?.message ?? '原因不明'}`);
  return { name, role, where, token: session.token, scope: session.viewer.post.scope };
}
