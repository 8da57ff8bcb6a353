import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bearer, COMMUNITY, IdentityApp, PASSWORD, SESSION, STREET } from '../support/identity-app.ts';

let house: IdentityApp;
beforeAll(async () => (house = await IdentityApp.open()));
afterAll(() => house.close());

const eventsOf = async (personId: string) => {
  const text = `SELECT noun || '.' || action AS what FROM event WHERE person_id = $1 ORDER BY id`;
  return (await house.sql.query<{ what: string }>(text, [personId])).rows.map(({ what }) => what);
};
const count = async (text: string, ...values: unknown[]) =>
  Number((await house.sql.query<{ count: string }>(text, values)).rows[0]!.count);

describe('login', () => {
  it('gives programs a token, once, and keeps only its hash', async () => {
    const { username, id } = await house.official([['STREET_REVIEWER', STREET]]);
    const { payload, reply } = await house.login(username.toUpperCase());
    const { session } = payload as unknown as { session: { token: string; viewer: object } };
    expect(session.token).toMatch(/^[\w-]{43}$/);
    expect(session.viewer).toEqual({ id, person: { displayName: '示例甲' }, post: { role: 'STREET_REVIEWER' } });
    expect(reply.cookie).toBeNull();
    const rows = JSON.stringify([
      (await house.sql.query('SELECT * FROM session')).rows,
      (await house.sql.query('SELECT * FROM event')).rows,
    ]);
    expect(rows).not.toContain(session.token);
    await expect(eventsOf(id)).resolves.toEqual(['session.login']);
  });

  it('gives browsers a cookie that no script reads, and no token', async () => {
    const { username } = await house.official();
    const told = await house.call('sessionLogin', { username, password: PASSWORD, carrier: 'COOKIE' }, SESSION);
    expect(told.payload).toMatchObject({ session: { token: null } });
    expect(told.reply.cookie).toMatch(/^gongzhi_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const cookie = told.reply.cookie!.split(';')[0]!;
    const { data } = await house.ask('{ viewer { person { displayName } } }', {}, { cookie: `other=1; ${cookie}` });
    expect(data).toEqual({ viewer: { person: { displayName: '示例甲' } } });
  });

  it('takes a password in full width for the same password', async () => {
    const { username } = await house.official();
    expect((await house.login(username, PASSWORD.replace('lamp', 'ｌａｍｐ'))).code).toBeNull();
  });

  it('answers unknown names like wrong passwords, and locks both alike', async () => {
    const { username } = await house.official();
    const tries = async (name: string) => {
      const told: [string | null, string | null][] = [];
      for (let n = 0; n < 6; n++) {
        const { code, message } = await house.login(name, 'wrong wrong wrong');
        told.push([code, message]);
      }
      return told;
    };
    const known = await tries(username);
    expect(known.map(([code]) => code)).toEqual([...Array<string>(5).fill('LOGIN_FAILED'), 'TOO_MANY_TRIES']);
    await expect(tries('nobody-at-all')).resolves.toEqual(known);
    expect((await house.login(username)).message).toBe('尝试次数过多，请在15分钟后再试，或请安全管理员解锁。');
    house.later(15);
    expect((await house.login(username)).code).toBeNull();
    await expect(
      count(`SELECT count(*) FROM journal WHERE kind = 'LOGIN_FAILED' AND verb = 'sessionLogin'`),
    ).resolves.toBe(13);
  });

  it('lets a hundred tries at once guess five times, and locks longer each time', async () => {
    const { username } = await house.official();
    const codes = (
      await Promise.all(Array.from({ length: 12 }, (_, n) => house.login(username, `wrong wrong ${n}`)))
    ).map(({ code }) => code);
    expect(codes.filter((code) => code === 'LOGIN_FAILED')).toHaveLength(5);
    house.later(15);
    for (let n = 0; n < 5; n++) await house.login(username, 'wrong wrong wrong');
    expect((await house.login(username)).message).toContain('30分钟');
    house.later(30);
    expect((await house.login(username)).code).toBeNull();
  });

  it('serves a hundred right logins of one address at once', async () => {
    const people = await Promise.all(Array.from({ length: 100 }, () => house.official()));
    const told = await Promise.all(people.map(({ username }) => house.login(username)));
    expect(told.filter(({ code }) => code !== null)).toEqual([]);
  });
});

describe('a session', () => {
  it('ends after half an hour without a request, and not before', async () => {
    const token = await house.tokenOf((await house.official()).username);
    house.later(29);
    await expect(house.isIn(token)).resolves.toBe(true);
    house.later(29);
    await expect(house.isIn(token)).resolves.toBe(true);
    house.later(31);
    await expect(house.isIn(token)).resolves.toBe(false);
  });

  it('ends after twelve hours whatever happens', async () => {
    const token = await house.tokenOf((await house.official()).username);
    for (let n = 0; n < 35; n++) {
      house.later(20);
      await expect(house.isIn(token)).resolves.toBe(true);
    }
    house.later(20);
    await expect(house.isIn(token)).resolves.toBe(false);
  });

  it.each([
    ['foreign', 'A'.repeat(43)],
    ['empty', ''],
    ['odd', '../../../etc/passwd'],
    ['long', 'x'.repeat(5000)],
  ])('is nobody’s with a token that is %s', async (_, token) => {
    const { data, status } = await house.ask('{ viewer { id } }', {}, bearer(token));
    expect([status, data]).toEqual([200, { viewer: null }]);
    expect((await house.call('sessionTicket', null, 'ticket { ticket }', token)).code).toBe('NOT_SIGNED_IN');
  });

  it('costs one statement to find', async () => {
    const token = await house.tokenOf((await house.official([['STREET_REVIEWER', STREET]])).username);
    const seen: string[] = [];
    house.app.house.database.onStatement = (text) => {
      if (text.includes('FROM session s')) seen.push(text);
    };
    await house.isIn(token);
    house.app.house.database.onStatement = null;
    expect(seen).toHaveLength(1);
  });

  it('acts as one post at a time, and as none when its term has ended', async () => {
    const inAnHour = new Date(house.now().getTime() + 20 * 60_000);
    const { username, posts } = await house.official([
      ['COMMUNITY_WORKER', COMMUNITY],
      ['STREET_REVIEWER', STREET, inAnHour],
    ]);
    const token = await house.tokenOf(username);
    const post = async () =>
      ((await house.viewer(token)).data as unknown as { viewer: { post: object | null } }).viewer.post;
    await expect(post()).resolves.toEqual({ role: 'COMMUNITY_WORKER', scopeName: expect.any(String) });
    const act = (postId: string, by = token) => house.call('sessionActAs', { postId }, 'viewer { post { role } }', by);
    expect((await act(posts[1]!)).payload).toMatchObject({ viewer: { post: { role: 'STREET_REVIEWER' } } });
    await expect(post()).resolves.toMatchObject({ role: 'STREET_REVIEWER' });
    const other = await house.tokenOf((await house.official()).username);
    expect((await act(posts[0]!, other)).code).toBe('POST_NOT_HELD');
    house.later(21);
    await expect(post()).resolves.toBeNull();
    expect((await act(posts[1]!)).code).toBe('POST_NOT_HELD');
    expect((await act(posts[0]!)).code).toBeNull();
  });

  it('is replaced when its holder signs in anew', async () => {
    const { username } = await house.official();
    const first = await house.tokenOf(username);
    const input = { username, password: PASSWORD, carrier: 'BEARER' };
    expect((await house.call('sessionLogin', input, SESSION, first)).code).toBeNull();
    await expect(house.isIn(first)).resolves.toBe(false);
  });
});
