import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { bearer, COMMUNITY, DISTRICT, IdentityApp, STREET } from '../support/identity-app.ts';

let house: IdentityApp;
let security: { id: string; token: string };
beforeAll(async () => {
  house = await IdentityApp.open();
  const { id, username } = await house.official([['SECURITY_ADMIN', DISTRICT]], { name: '示例安全员' });
  security = { id, token: await house.tokenOf(username) };
});
afterAll(() => house.close());

const ACCOUNT = 'account { id username state person { displayName } }';
const POST = 'post { id role scopeName endsAt division { code } }';
const as = (name: string, input: object, shown: string) => house.call(name, input, shown, security.token);
const grant = (personId: string, role: string, more: object) => as('postGrant', { personId, role, ...more }, POST);
const postId = (payload: unknown) => (payload as { post: { id: string } }).post.id;

it('posts are granted at a place that fits the role, and end at once', async () => {
  const { id, username } = await house.official();
  const token = await house.tokenOf(username);
  const granted = await grant(id, 'STREET_REVIEWER', { divisionCode: STREET });
  expect(granted.payload).toMatchObject({
    post: { role: 'STREET_REVIEWER', endsAt: null, division: { code: STREET } },
  });
  await house.call('sessionActAs', { postId: postId(granted.payload) }, 'viewer { id }', token);
  expect((await house.viewer(token)).data).toMatchObject({ viewer: { post: { role: 'STREET_REVIEWER' } } });
  expect(
    (await as('postEnd', { postId: postId(granted.payload), reason: '岗位调整，不再审单了' }, POST)).code,
  ).toBeNull();
  expect((await house.viewer(token)).data).toMatchObject({ viewer: { post: null, posts: [] } });
  expect((await as('postEnd', { postId: postId(granted.payload), reason: '岗位调整，不再审单了' }, POST)).code).toBe(
    'POST_ENDED',
  );
});

it.each([
  ['a street’s role in a community', 'STREET_REVIEWER', { divisionCode: COMMUNITY }, 'POST_SCOPE'],
  ['a role nowhere', 'STREET_REVIEWER', {}, 'POST_SCOPE'],
  ['a place that does not exist', 'COMMUNITY_WORKER', { divisionCode: '610303999999' }, 'POST_SCOPE'],
  ['a unit that does not exist', 'UNIT_LEAD', { unitId: v7() }, 'POST_SCOPE'],
  ['a unit’s role in a street', 'UNIT_LEAD', { divisionCode: STREET }, 'POST_SCOPE'],
  ['a term that is over', 'COMMUNITY_WORKER', { divisionCode: COMMUNITY, endsAt: '2020-01-01T00:00:00Z' }, 'POST_TERM'],
])('posts are not granted: %s', async (_, role, more, code) => {
  const { id } = await house.official();
  expect((await grant(id, role, more)).code).toBe(code);
  const { rows } = await house.sql.query('SELECT FROM post WHERE person_id = $1', [id]);
  expect(rows).toHaveLength(0);
});

it('posts are not held twice at one time, but again after the term', async () => {
  const { id } = await house.official();
  const until = new Date(house.now().getTime() + 3_600_000).toISOString();
  const worker = (more: object) => grant(id, 'COMMUNITY_WORKER', { divisionCode: COMMUNITY, ...more });
  expect((await worker({ endsAt: until })).code).toBeNull();
  expect((await worker({})).code).toBe('POST_TWICE');
  expect((await worker({ startsAt: until })).code).toBeNull();
});

it('posts of the three administrators are held by three people', async () => {
  const { id } = await house.official([['AUDITOR', DISTRICT]]);
  const told = await grant(id, 'SYSTEM_ADMIN', { divisionCode: DISTRICT });
  expect(told).toMatchObject({ code: 'THREE_ADMINISTRATORS', path: ['input', 'role'] });
  expect(told.message).toContain('三员分立');
  const both = await house.official();
  const at = { divisionCode: DISTRICT };
  const codes = (await Promise.all([grant(both.id, 'AUDITOR', at), grant(both.id, 'SYSTEM_ADMIN', at)])).map(
    ({ code }) => code,
  );
  expect(codes.toSorted()).toEqual(['THREE_ADMINISTRATORS', null].toSorted());
});

it('posts of one’s own are neither granted nor ended by oneself', async () => {
  expect((await grant(security.id, 'STREET_REVIEWER', { divisionCode: STREET })).code).toBe('OWN_POST');
  const { rows } = await house.sql.query<{ id: string }>('SELECT id FROM post WHERE person_id = $1', [security.id]);
  expect((await as('postEnd', { postId: rows[0]!.id, reason: '自己终止自己，看看会怎样' }, POST)).code).toBe(
    'OWN_POST',
  );
});

it('posts and accounts are nobody else’s business', async () => {
  const { id, username } = await house.official([['SYSTEM_ADMIN', DISTRICT]]);
  const token = await house.tokenOf(username);
  const tried = await house.call(
    'postGrant',
    { personId: id, role: 'STREET_REVIEWER', divisionCode: STREET },
    POST,
    token,
  );
  expect(tried.code).toBe('NOT_ALLOWED');
  expect(
    (await house.call('accountLock', { accountId: security.id, reason: '看看会怎样，十个字以上' }, ACCOUNT)).code,
  ).toBe('NOT_SIGNED_IN');
});
it('lets a party member report in to a community, once', async () => {
  const { id, username } = await house.official();
  const token = await house.tokenOf(username);
  const report = (community: string) => house.call('personReportIn', { community }, 'community { code }', token);
  expect((await report(STREET)).code).toBe('NOT_A_COMMUNITY');
  expect((await report(COMMUNITY)).payload).toMatchObject({ community: { code: COMMUNITY } });
  expect((await report(COMMUNITY)).code).toBeNull();
  const { data } = await house.ask('{ viewer { reportedIn { code } } }', {}, bearer(token));
  expect(data).toEqual({ viewer: { reportedIn: [{ code: COMMUNITY }] } });
  const { rows } = await house.sql.query(`SELECT FROM event WHERE noun = 'person' AND subject_id = $1`, [id]);
  expect(rows).toHaveLength(1);
});
