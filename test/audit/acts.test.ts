import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Shown, Somebody } from '../support/somebody.ts';
import { COMMUNITY, DISTRICT, STREET, World } from '../support/world.ts';

let world: World;
let security: Somebody;
let auditor: Somebody;
let worker: Somebody;

beforeAll(async () => {
  world = await World.open();
  [security, auditor, worker] = (await world.people([
    ['SECURITY_ADMIN', DISTRICT],
    ['AUDITOR', DISTRICT],
    ['COMMUNITY_WORKER', COMMUNITY],
  ])) as [Somebody, Somebody, Somebody];
});
afterAll(() => world.close());

const entries = async (filter: string) => {
  const { auditEntries } = await auditor.reads(
    `{ auditEntries(filter: { ${filter} }) { nodes { kind what label code } } }`,
  );
  return auditEntries.nodes as Shown[];
};

it('tells the auditor in words what was done and what was refused, and finds both by one name', async () => {
  const reason = '岗位调整，账号暂时停止使用';
  await security.calls('accountLock', { accountId: worker.who.id, reason }, 'account { id }');
  await security.calls('accountLock', { accountId: security.who.id, reason }, 'account { id }');
  await security.calls('accountUnlock', { accountId: worker.who.id }, 'account { id }');
  expect(await entries('what: "account.lock"')).toEqual([
    { kind: 'REFUSED', what: 'accountLock', label: '停用账号', code: 'OWN_ACCOUNT' },
    { kind: 'DONE', what: 'account.lock', label: '停用账号', code: null },
  ]);
  expect(await entries('what: "accountLock"')).toHaveLength(1);
  expect(await entries('what: "no.such"')).toEqual([]);
});

it('names everything that can be done, for the auditor only', async () => {
  // The worker's sessions ended with the lock.
  const reviewer = await world.somebody('STREET_REVIEWER', STREET);
  const { auditActs } = await auditor.reads('{ auditActs { what label } }');
  const acts = new Map((auditActs as Shown[]).map(({ what, label }) => [what, label]));
  expect(acts.get('order.claim')).toBe('点单 · 领单');
  expect(acts.get('account.lock')).toBe('停用账号');
  expect(new Set(acts.keys()).size).toBe((auditActs as Shown[]).length);
  for (const who of [security, reviewer]) {
    const { errors } = await who.ask('{ auditActs { what } }');
    expect(errors[0]?.extensions.code).toBe('NOT_ALLOWED');
  }
});
