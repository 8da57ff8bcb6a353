import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bearer, DISTRICT, IdentityApp, PASSWORD, STREET } from '../support/identity-app.ts';

let house: IdentityApp;
let security: { id: string; token: string };
beforeAll(async () => {
  house = await IdentityApp.open();
  const { id, username } = await house.official([['SECURITY_ADMIN', DISTRICT]], { name: '示例安全员' });
  security = { id, token: await house.tokenOf(username) };
});
afterAll(() => house.close());

const ACCOUNT = 'account { id username state person { displayName } }';
const as = (name: string, input: object, shown: string) => house.call(name, input, shown, security.token);

describe('accounts', () => {
  it('are created, and their holders sign in and choose a password of their own', async () => {
    const input = { name: '示例丙', username: 'Shili.Bing', password: '初次见面 7 lanterns', phone: '13911110001' };
    const created = await as('accountCreate', input, ACCOUNT);
    expect(created.payload).toMatchObject({
      account: { username: 'shili.bing', state: 'ACTIVE', person: { displayName: '示例丙' } },
    });
    expect((await as('accountCreate', { ...input, phone: null }, ACCOUNT)).code).toBe('USERNAME_TAKEN');
    expect((await as('accountCreate', { ...input, username: 'other' }, ACCOUNT)).code).toBe('PHONE_TAKEN');
    const one = (await house.login('shili.bing', input.password)).payload as unknown as { session: { token: string } };
    const two = (await house.login('shili.bing', input.password)).payload as unknown as { session: { token: string } };
    const change = (present: string, password: string) =>
      house.call('accountChangePassword', { present, password }, 'changed', one.session.token);
    expect((await change('not the one I had', 'quite another 8 lamps')).code).toBe('PASSWORD_WRONG');
    expect((await change(input.password, input.password)).code).toBe('PASSWORD_SAME');
    expect((await change(input.password, 'quite another 8 lamps')).code).toBeNull();
    await expect(house.isIn(one.session.token)).resolves.toBe(true);
    await expect(house.isIn(two.session.token)).resolves.toBe(false);
    expect((await house.login('shili.bing', input.password)).code).toBe('LOGIN_FAILED');
    expect((await house.login('shili.bing', 'quite another 8 lamps')).code).toBeNull();
  });

  it('are locked and unlocked; what failures locked is unlocked too', async () => {
    const { id, username } = await house.official();
    const token = await house.tokenOf(username);
    expect(
      (await as('accountLock', { accountId: id, reason: '调离岗位，账号暂停使用' }, ACCOUNT)).payload,
    ).toMatchObject({ account: { state: 'LOCKED' } });
    await expect(house.isIn(token)).resolves.toBe(false);
    expect((await house.login(username)).code).toBe('ACCOUNT_LOCKED');
    expect((await house.login(username, 'wrong wrong wrong')).code).toBe('LOGIN_FAILED');
    expect((await as('accountUnlock', { accountId: id }, ACCOUNT)).payload).toMatchObject({
      account: { state: 'ACTIVE' },
    });
    await expect(house.isIn(token)).resolves.toBe(false);
    for (let n = 0; n < 5; n++) await house.login(username, 'wrong wrong wrong');
    expect((await house.login(username)).code).toBe('TOO_MANY_TRIES');
    const { data } = await house.ask(
      `{ accounts(search: "${username}") { nodes { lockedUntil } } }`,
      {},
      bearer(security.token),
    );
    expect(data).toEqual({ accounts: { nodes: [{ lockedUntil: expect.any(String) }] } });
    await as('accountUnlock', { accountId: id }, ACCOUNT);
    expect((await house.login(username)).code).toBeNull();
  });

  it('get a new password from the security administrator, which ends their sessions', async () => {
    const { id, username } = await house.official();
    const token = await house.tokenOf(username);
    expect((await as('accountSetPassword', { accountId: id, password: 'second lantern 12' }, ACCOUNT)).code).toBeNull();
    await expect(house.isIn(token)).resolves.toBe(false);
    expect((await house.login(username, 'second lantern 12')).code).toBeNull();
  });

  it.each([
    ['lock', { reason: '自己停用自己，看看会怎样' }],
    ['setPassword', { password: 'second lantern 12' }],
  ])('cannot %s themselves', async (action, more) => {
    const name = `account${action.charAt(0).toUpperCase()}${action.slice(1)}`;
    expect((await as(name, { accountId: security.id, ...more }, ACCOUNT)).code).toBe('OWN_ACCOUNT');
    await expect(house.isIn(security.token)).resolves.toBe(true);
  });

  it('are listed and found for the security administrator only', async () => {
    await house.official([['STREET_REVIEWER', STREET]], { name: '示例赵钱孙', phone: '13922220001' });
    const list = (args: string, token = security.token) =>
      house.ask(
        `{ accounts${args} { totalCount nodes { username person { displayName } posts { role scopeName } } pageInfo { endCursor hasNextPage } } }`,
        {},
        bearer(token),
      );
    for (const search of ['赵钱', '13922220001', '１３９２２２２０００１']) {
      const { data } = await list(`(search: "${search}")`);
      expect(data).toMatchObject({
        accounts: {
          totalCount: 1,
          nodes: [{ person: { displayName: '示例赵钱孙' }, posts: [{ role: 'STREET_REVIEWER' }] }],
        },
      });
    }
    expect((await list('(search: "%")')).data).toMatchObject({ accounts: { totalCount: 0 } });
    const first = (await list('(first: 2)')).data as unknown as {
      accounts: { nodes: object[]; pageInfo: { endCursor: string } };
    };
    const second = (await list(`(first: 2, after: "${first.accounts.pageInfo.endCursor}")`))
      .data as unknown as typeof first;
    expect(second.accounts.nodes).toHaveLength(2);
    expect(second.accounts.nodes[0]).not.toEqual(first.accounts.nodes[1]);
    expect((await list('(role: SECURITY_ADMIN, state: ACTIVE)')).data).toMatchObject({ accounts: { totalCount: 1 } });
    const reviewer = await house.tokenOf((await house.official([['STREET_REVIEWER', STREET]])).username);
    expect(await list('', reviewer)).toMatchObject({ data: null, code: 'NOT_ALLOWED' });
  });
});

it('records what it does in events that hold no secret', async () => {
  const { rows } = await house.sql.query<{ what: string; data: object }>(
    `SELECT noun || '.' || action AS what, data FROM event`,
  );
  const kinds = [...new Set(rows.map(({ what }) => what))].toSorted();
  const account = ['changePassword', 'create', 'lock', 'setPassword', 'unlock'].map((action) => `account.${action}`);
  expect(kinds).toEqual([...account, 'session.login']);
  const text = JSON.stringify(rows);
  expect([PASSWORD, 'lantern', '1391111', '$argon2'].filter((secret) => text.includes(secret))).toEqual([]);
});
