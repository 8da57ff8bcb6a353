import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as support from '../../support/agreement-world.ts';
import type { Shown, Somebody } from '../../support/somebody.ts';

const { agreementIn, dayIn, seen } = support;

let cast: support.AgreementWorld;
beforeAll(async () => {
  cast = await support.openAgreementWorld();
});
afterAll(() => cast.world.close());

describe('sight', () => {
  const TEXT =
    'id state clauses { title } versions { n } signatures { side } events { action } turnSide allianceLiaison';
  const HIDDEN = { clauses: [], versions: [], signatures: [], events: [], turnSide: null, allianceLiaison: null };

  it.each(['DRAFT', 'NEGOTIATING', 'ACTIVE'] as const)('%s: the sides and the street read it, others see at most that it runs', async (state) => {
    const of = await cast.newcomer();
    const id = await agreementIn(cast, state, of);
    for (const insider of [cast.worker, cast.secretary, cast.committee, cast.supervisor])
      expect((await seen(insider, id, TEXT))!['clauses']).toHaveLength(2);
    const own = await seen(of.liaison, id, TEXT);
    if (state === 'DRAFT') expect(own).toBeNull();
    else expect(own!['clauses']).toHaveLength(2);
    const other = await seen(cast.outsider, id, TEXT);
    expect(other).toEqual(state === 'ACTIVE' ? { id, state, ...HIDDEN } : null);
  }); // prettier-ignore

  it('lists what waits for whom, and what ends soon', async () => {
    const of = await cast.newcomer();
    const id = await agreementIn(cast, 'NEGOTIATING', of);
    const mine = async (who: Somebody) =>
      ((await who.reads('{ agreements(first: 100, filter: { awaitsMe: true }) { nodes { id } } }'))['agreements'].nodes as Shown[])
        .map((node) => node['id'] as string); // prettier-ignore
    expect(await mine(of.liaison)).toEqual([id]);
    expect(await mine(cast.worker)).not.toContain(id);
    const { agreements } = await of.lead.reads(
      `{ agreements(filter: { unit: "${of.unitId}", endingBefore: "${dayIn(cast.world, 400)}" }, sort: ENDING_FIRST) { totalCount nodes { id } } }`,
    );
    expect(agreements).toEqual({ totalCount: 1, nodes: [{ id }] });
    const { unit: shown } = await of.lead.reads(
      `{ unit(id: "${of.unitId}") { agreements(states: [NEGOTIATING]) { nodes { id state } } } }`,
    );
    expect(shown.agreements.nodes).toEqual([{ id, state: 'NEGOTIATING' }]);
  });
});
