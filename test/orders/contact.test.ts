import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOrder, openOrderWorld, type OrderWorld } from '../support/order-world.ts';
import type { Shown, Somebody } from '../support/somebody.ts';

const CONTACT = 'contact { name phone address }';
const PURPOSE = '约定上门时间';
let people: OrderWorld;
let auditor: Somebody;
beforeAll(async () => {
  people = await openOrderWorld();
  auditor = (await people.world.people([['AUDITOR', '610303000000']]))[0]!;
});
afterAll(() => people.world.close());

const reveal = (by: Somebody, orderId: string) =>
  by.calls('orderRevealContact', { orderId, purpose: PURPOSE }, CONTACT);

async function readings(subject: string): Promise<readonly Shown[]> {
  const query = `query ($subject: ID!) { auditEntries(filter: { kind: READ, subject: $subject }) { nodes { what subject detail } } }`;
  const data = await auditor.reads(query, { subject });
  return data['auditEntries'].nodes as readonly Shown[];
}

describe('contact details', () => {
  it('are masked in every query; whoever reads them in full says why and is on record', async () => {
    const id = await anOrder(people, 'CLAIMED');
    const masked = (await people.liaison.order(id, CONTACT))!['contact'];
    expect(masked).toEqual({
      name: expect.stringMatching(/^.\*+$/),
      phone: expect.stringMatching(/^\d{3}\*{4}\d{4}$/),
      address: '***',
    });
    const { payload } = await reveal(people.liaison, id);
    const full = payload!['contact'] as Shown;
    expect(full['phone']).toMatch(/^1\d{10}$/);
    const [reading, ...more] = await readings(id);
    expect(more).toEqual([]);
    expect(reading).toMatchObject({ what: 'order.revealContact', subject: id });
    expect(JSON.stringify(reading)).toContain(PURPOSE);
    expect(JSON.stringify(reading)).not.toContain(full['phone']);
  });

  it('are not told to a unit that does not work on the order, nor without consent, and nothing is recorded as read', async () => {
    const claimed = await anOrder(people, 'CLAIMED');
    const stranger = await reveal(people.rival, claimed);
    expect([stranger.error?.code, stranger.payload!['contact']]).toEqual([expect.stringMatching(/^NOT_/), null]);
    const silent = await anOrder(people, 'CLAIMED', { contactConsent: false });
    const refused = await reveal(people.liaison, silent);
    expect([refused.error?.code, refused.payload!['contact']]).toEqual(['ORDER_CONTACT_NOT_CONSENTED', null]);
    expect(await people.liaison.order(silent, CONTACT)).toMatchObject({ contact: null });
    expect([...(await readings(claimed)), ...(await readings(silent))]).toEqual([]);
  });
});
