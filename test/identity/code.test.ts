import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { COMMUNITY, IdentityApp, SESSION, STREET } from '../support/identity-app.ts';

let house: IdentityApp;
beforeAll(async () => (house = await IdentityApp.open()));
afterAll(() => house.close());

let phones = 0;
const freshPhone = () => `1390000${String(phones++).padStart(4, '0')}`;
const fullWidth = (digits: string) => digits.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
const request = (phone: string) => house.call('sessionRequestCode', { phone }, 'sent { validSeconds againSeconds }');
const login = (phone: string, code: string, more: object = {}) =>
  house.call('sessionLoginByCode', { phone, code, carrier: 'BEARER', ...more }, SESSION);
const NEW = { name: '示例 · 乙', community: COMMUNITY, address: '3号楼2单元〇五〇一' };
const codeFor = async (phone: string) => {
  expect((await request(phone)).payload).toMatchObject({ sent: { validSeconds: 300, againSeconds: 60 } });
  return house.sent.get(phone)!;
};
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

it('registers a resident, whose name, phone and door stand nowhere in the clear', async () => {
  const phone = freshPhone();
  const code = await codeFor(phone);
  expect(await login(phone, code)).toMatchObject({ code: 'REGISTRATION_NEEDED', path: ['input', 'community'] });
  expect(await login(phone, code, { ...NEW, community: STREET })).toMatchObject({ code: 'NOT_A_COMMUNITY' });
  const told = await login(phone, code, { ...NEW, name: '示例•乙' });
  expect(told.payload).toMatchObject({
    session: { viewer: { person: { displayName: '示**' }, post: { role: 'RESIDENT' } } },
  });
  const { token } = (told.payload as unknown as { session: { token: string } }).session;
  const { data } = await house.ask(
    '{ viewer { person { displayName kind } contact { name phone address } } }',
    {},
    { authorization: `Bearer ${token}` },
  );
  expect(data).toEqual({
    viewer: {
      person: { displayName: '示例·乙', kind: 'RESIDENT' },
      contact: { name: '示例·乙', phone, address: NEW.address },
    },
  });
  const tables = await Promise.all(
    ['person', 'account', 'post', 'session', 'event', 'one_time_code', 'sign_in_guard', 'journal'].map((table) =>
      house.sql.query(`SELECT t::text FROM ${table} t`),
    ),
  );
  const everything = JSON.stringify(tables.map(({ rows }) => rows as unknown));
  expect([phone, '示例·乙', '〇五〇一', code].filter((text) => everything.includes(text))).toEqual([]);
});

it('understands full-width digits in phone and code', async () => {
  const phone = freshPhone();
  expect((await request(fullWidth(phone))).code).toBeNull();
  const code = house.sent.get(phone)!;
  expect((await login(`+86 ${fullWidth(phone)}`, fullWidth(code), NEW)).code).toBeNull();
});

it('lets a code be used once, even by two at the same moment', async () => {
  const phone = freshPhone();
  const code = await codeFor(phone);
  const both = await Promise.all([login(phone, code, NEW), login(phone, code, NEW)]);
  expect(both.map((told) => told.code).toSorted()).toEqual(['CODE_WRONG', null].toSorted());
  expect((await login(phone, code)).code).toBe('CODE_WRONG');
  const { rows } = await house.sql.query(
    `SELECT count(*) FROM post WHERE role = 'RESIDENT' GROUP BY person_id HAVING count(*) > 1`,
  );
  expect(rows).toEqual([]);
});

it('refuses a code after five minutes, after five tries, and after the next was sent', async () => {
  const phone = freshPhone();
  const late = await codeFor(phone);
  house.later(5);
  expect((await login(phone, late, NEW)).code).toBe('CODE_WRONG');
  const guessed = await codeFor(phone);
  for (let n = 0; n < 5; n++) expect((await login(phone, wrong(guessed), NEW)).code).toBe('CODE_WRONG');
  expect((await login(phone, guessed, NEW)).code).toBe('CODE_WRONG');
  house.later(1);
  const old = await codeFor(phone);
  house.later(1);
  const fresh = await codeFor(phone);
  if (old !== fresh) expect((await login(phone, old, NEW)).code).toBe('CODE_WRONG');
  expect((await login(phone, fresh, NEW)).code).toBeNull();
});

it('sends a code once a minute and ten times a day, known or not, with the same answers', async () => {
  const [known, unknown] = [freshPhone(), freshPhone()];
  expect((await login(known, await codeFor(known), NEW)).code).toBeNull();
  house.later(24 * 60);
  const answers = async (phone: string) => {
    const first = await request(phone);
    const second = await request(phone);
    return [first, second].map(({ payload, code, message }) => ({ payload, code, message }));
  };
  const told = await answers(unknown);
  await expect(answers(known)).resolves.toEqual(told);
  expect(told.map(({ code }) => code)).toEqual([null, 'CODE_TOO_OFTEN']);
  for (let n = 0; n < 9; n++) {
    house.later(1);
    await request(unknown);
  }
  house.later(1);
  expect((await request(unknown)).code).toBe('CODE_TOO_OFTEN');
});

it('opens no office to an official by code, only their life as a resident', async () => {
  const phone = freshPhone();
  const { posts } = await house.official([['STREET_REVIEWER', STREET]], { phone });
  const code = await codeFor(phone);
  expect((await login(phone, code)).code).toBe('REGISTRATION_NEEDED');
  const told = await login(phone, code, { community: COMMUNITY });
  const { session } = told.payload as unknown as { session: { token: string; viewer: { post: { role: string } } } };
  expect(session.viewer.post.role).toBe('RESIDENT');
  const acted = await house.call('sessionActAs', { postId: posts[0] }, 'viewer { id }', session.token);
  expect(acted.code).toBe('POST_NEEDS_PASSWORD');
});

it.each([
  ['a phone that is none', { phone: '12345', code: '123456' }, 'INPUT_NOT_PHONE'],
  ['a code that is none', { phone: '13900009999', code: '12a456' }, 'INPUT_NOT_ID'],
  ['a name with a zero-width space', { phone: '13900009999', code: '123456', name: '示\u200b例' }, 'INPUT_NOT_NAME'],
  [
    'a name that turns the writing round',
    { phone: '13900009999', code: '123456', name: '示\u202e例' },
    'INPUT_NOT_NAME',
  ],
])('refuses %s', async (_, input, code) => {
  expect((await login(input.phone, input.code, input)).code).toBe(code);
});

it('locks an address after twenty failures, for whoever comes from it', async () => {
  house.later(60);
  const codes: (string | null)[] = [];
  for (let n = 0; n < 21; n++) codes.push((await login(freshPhone(), '000000')).code);
  expect(codes).toEqual([...Array<string>(20).fill('CODE_WRONG'), 'TOO_MANY_TRIES']);
  const { username } = await house.official();
  expect((await house.login(username)).code).toBe('TOO_MANY_TRIES');
  house.later(15);
  expect((await house.login(username)).code).toBeNull();
});
