import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formOf } from '../support/files-house.ts';
import { DISTRICT, IdentityApp } from '../support/identity-app.ts';
import { talkative } from '../support/photos.ts';

let app: IdentityApp;
let token: string;
let other: string;
beforeAll(async () => {
  app = await IdentityApp.open();
  const tokens = [];
  for (const _ of [1, 2]) tokens.push(await app.tokenOf((await app.official([['SUPERVISOR', DISTRICT]])).username));
  [token, other] = tokens as [string, string];
});
afterAll(() => app.close());

const ask = (path: string, headers: Record<string, string>, body?: FormData) =>
  fetch(`${app.app.url}${path}`, { method: body ? 'POST' : 'GET', headers, ...(body && { body }) });
const bearer = (of: string) => ({ authorization: `Bearer ${of}` });

describe('photos, by the front door', () => {
  it('a session uploads and sees; another does not; none is asked to sign in', async () => {
    const form = () => talkative('jpeg', 6).then((bytes) => formOf(bytes, { purpose: 'BEFORE', publishConsent: true }));
    const sent = await ask('/files', bearer(token), await form());
    expect(sent.status).toBe(201);
    const { id, width, height } = (await sent.json()) as { id: string; width: number; height: number };
    expect([width, height]).toEqual([500, 800]);
    const shown = await ask(`/files/${id}`, bearer(token));
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(shown.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect((await ask(`/files/${id}/thumbnail`, bearer(token))).status).toBe(200);
    expect((await ask(`/files/${id}`, bearer(other))).status).toBe(404);
    expect((await ask(`/files/${id}`, {})).status).toBe(404);
    expect((await ask('/files', {}, await form())).status).toBe(401);
    expect((await ask('/files', bearer('x'.repeat(43)), await form())).status).toBe(401);
  });

  it('a cookie is enough for the own pages, and useless to another site', async () => {
    const cookie = { cookie: `gongzhi_session=${token}` };
    const form = () => talkative('png').then((bytes) => formOf(bytes));
    expect((await ask('/files', { ...cookie, origin: app.app.url }, await form())).status).toBe(201);
    expect((await ask('/files', { ...cookie, origin: 'https://evil.example' }, await form())).status).toBe(403);
  });
});
