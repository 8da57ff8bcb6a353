import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as support from '../../support/agreement-world.ts';
import { clockOf, eventsOf, runOut } from '../../support/rules.ts';
import type { Shown, Somebody } from '../../support/somebody.ts';
import { COMMUNITY } from '../../support/world.ts';

const { agreementIn, CLAUSES, dayIn, does, draftOf, ITEMS, isRefused, OTHER_CLAUSES, REASON, seen } = support;

let cast: support.AgreementWorld;
let unit: support.Newcomer;
beforeAll(async () => {
  cast = await support.openAgreementWorld();
  unit = await cast.newcomer();
});
afterAll(() => cast.world.close());

/** What is kept of an agreement, so that a refused call can be shown to have changed nothing. */
async function keptOf(id: string): Promise<unknown> {
  const { rows } = await cast.world.sql.query(
    `SELECT to_jsonb(a) AS row, (SELECT count(*) FROM event WHERE subject_id = a.id) AS events,
       (SELECT count(*) FROM agreement_version WHERE agreement_id = a.id) AS versions,
       (SELECT count(*) FROM agreement_signature WHERE agreement_id = a.id) AS signatures FROM agreement a WHERE id = $1`,
    [id],
  );
  return rows[0];
}

describe('a draft', () => {
  it.each<[string, () => Promise<[Somebody, object]>, string]>([
    ['of another alliance', () => as('worker', { allianceId: cast.streetAllianceId }), 'AGREEMENT_NOT_YOUR_ALLIANCE'],
    ['by a unit', () => as('outsider', {}), 'NOT_ALLOWED'],
    ['of a few days', () => as('worker', { endsOn: dayIn(cast.world, 5) }), 'AGREEMENT_TERM'],
    ['of ten years', () => as('worker', { endsOn: dayIn(cast.world, 3650) }), 'AGREEMENT_TERM'],
    ['of the past', () => as('worker', { startsOn: dayIn(cast.world, -90), endsOn: dayIn(cast.world, -1) }), 'AGREEMENT_TERM_PAST'],
    ['with a clause of one line', () => as('worker', { clauses: ['只有标题没有内容'] }), 'AGREEMENT_CLAUSE_FORM'],
    ['with two clauses of one name', () => as('worker', { clauses: ['同名\n甲甲甲', '同名\n乙乙乙'] }), 'AGREEMENT_CLAUSE_TWICE'],
    ['with no such unit', () => as('worker', { unitId: '0199aa00-0000-7000-8000-0123456789ab' }), 'UNIT_UNKNOWN'],
  ])('%s is refused', async (_, of, code) => {
    const [who, input] = await of();
    const { error, answer } = await who.calls('agreementCreate', input);
    expect(error?.code ?? answer.errors[0]?.extensions.code).toBe(code);
    const { rows } = await cast.world.sql.query('SELECT 1 FROM agreement WHERE unit_id = $1', [unit.unitId]);
    expect(rows).toHaveLength(0);
  }); // prettier-ignore

  const as = (who: 'worker' | 'outsider', more: object): Promise<[Somebody, object]> =>
    Promise.resolve([cast[who], draftOf(cast, unit.unitId, more)]);

  it('is made once, however many write it at once', async () => {
    const { unitId } = await cast.newcomer();
    const made = await Promise.all(
      [cast.worker, cast.secretary, cast.worker, cast.secretary].map((who) =>
        who.calls('agreementCreate', draftOf(cast, unitId), 'agreement { id }'),
      ),
    );
    const codes = made.map(({ error }) => error?.code ?? null).toSorted();
    expect(codes).toEqual(['AGREEMENT_EXISTS', 'AGREEMENT_EXISTS', 'AGREEMENT_EXISTS', null]);
  });

  it('of a unit that is suspended is refused', async () => {
    const { unitId } = await cast.newcomer();
    await cast.world.sql.query(`UPDATE unit SET state = 'SUSPENDED' WHERE id = $1`, [unitId]);
    const { error } = await cast.worker.calls('agreementCreate', draftOf(cast, unitId));
    expect(error?.code).toBe('AGREEMENT_UNIT_SUSPENDED');
  });
});

describe('at the table', () => {
  it('only the side whose turn it is answers, and only with something else', async () => {
    const of = await cast.newcomer();
    const id = await agreementIn(cast, 'NEGOTIATING', of);
    const term = { startsOn: dayIn(cast.world, 0), endsOn: dayIn(cast.world, 199) };
    const before = await keptOf(id);
    expect((await isRefused(cast.worker, 'counter', id, { clauses: OTHER_CLAUSES, ...term })).code).toBe('NOT_ALLOWED');
    expect((await isRefused(cast.worker, 'agree', id)).code).toBe('NOT_ALLOWED');
    expect((await isRefused(of.liaison, 'counter', id, { clauses: CLAUSES, ...term })).code).toBe(
      'AGREEMENT_NOTHING_CHANGED',
    );
    expect((await isRefused(cast.outsider, 'agree', id)).code).toBe('NOT_FOUND');
    expect(await keptOf(id)).toEqual(before);
    const clock = await clockOf(cast.world, id, 'counter');
    expect(clock!.limit).toBe('10WD');
    await does(of.liaison, 'counter', id, { clauses: OTHER_CLAUSES, ...term });
    expect((await isRefused(of.liaison, 'agree', id)).code).toBe('NOT_ALLOWED');
    expect((await clockOf(cast.world, id, 'counter'))!.startedAt.getTime()).toBeGreaterThan(clock!.startedAt.getTime());
    await runOut(cast.world, id, 'counter');
    expect(await eventsOf(cast.world, id, 'deadlineMissed')).toHaveLength(1);
    await does(cast.worker, 'agree', id);
  });

  it('whoever takes the text back has the word', async () => {
    const of = await cast.newcomer();
    const id = await agreementIn(cast, 'ONE_SIGNED', of);
    await does(cast.secretary, 'backToTable', id, { reason: REASON });
    expect((await isRefused(of.liaison, 'agree', id)).code).toBe('NOT_ALLOWED');
    await does(cast.worker, 'agree', id);
    // A new paper: the signature under the old one does not count.
    expect((await does(of.lead, 'sign', id, {}, 'state signedSide'))).toEqual({ state: 'ONE_SIGNED', signedSide: 'UNIT' });
  }); // prettier-ignore
});

describe('signing', () => {
  it('both at once: one signature each, one membership', async () => {
    const of = await cast.newcomer();
    const id = await agreementIn(cast, 'TO_SIGN', of);
    await Promise.all([does(of.lead, 'sign', id), does(cast.secretary, 'sign', id)]);
    expect(await seen(of.lead, id, 'state signatures { side revision }')).toEqual({
      state: 'ACTIVE',
      signatures: expect.arrayContaining([
        { side: 'UNIT', revision: 1 },
        { side: 'ALLIANCE', revision: 1 },
      ]),
    });
    expect(await support.membershipOf(cast, id)).not.toBeNull();
    expect((await eventsOf(cast.world, id, 'takeEffect'))).toHaveLength(1);
  }); // prettier-ignore

  it('one side many times at once: once', async () => {
    const of = await cast.newcomer();
    const id = await agreementIn(cast, 'TO_SIGN', of);
    const all = await Promise.all(Array.from({ length: 5 }, () => of.lead.calls('agreementSign', { agreementId: id })));
    expect(all.filter(({ error }) => error === null)).toHaveLength(1);
    expect((await seen(of.lead, id))!['state']).toBe('ONE_SIGNED');
    expect((await isRefused(of.liaison, 'sign', id)).code).toBe('NOT_ALLOWED');
    expect((await isRefused(cast.worker, 'sign', id)).code).toBe('NOT_ALLOWED');
  });

  it('nobody signs for both', async () => {
    const of = await cast.newcomer();
    const id = await agreementIn(cast, 'ONE_SIGNED', of);
    await cast.world.sql.query('UPDATE agreement_signature SET person_id = $2 WHERE agreement_id = $1', [id, cast.secretary.who.id]);
    const before = await keptOf(id);
    expect((await isRefused(cast.secretary, 'sign', id)).code).toBe('AGREEMENT_SIGNED_BY_YOU');
    expect(await keptOf(id)).toEqual(before);
  }); // prettier-ignore

  it('is kept for ever: the server may add, and change nothing', async () => {
    const { rows } = await cast.world.sql.query<{ table: string }>(
      `SELECT DISTINCT table_name AS table FROM information_schema.role_table_grants WHERE grantee = 'gongzhi_app'
       AND table_name LIKE 'agreement\\_%' AND privilege_type NOT IN ('SELECT', 'INSERT')`,
    );
    expect(rows).toEqual([]);
  });
});

describe('in force', () => {
  it('one paper at a time, answered by the other side', async () => {
    const of = await cast.newcomer();
    const id = await agreementIn(cast, 'ACTIVE', of);
    expect((await isRefused(of.lead, 'proposeAmendment', id, { clauses: CLAUSES })).code).toBe('AGREEMENT_NO_CHANGE');
    expect((await isRefused(of.liaison, 'proposeAmendment', id, { clauses: OTHER_CLAUSES })).code).toBe('NOT_ALLOWED');
    await does(of.lead, 'proposeAmendment', id, { clauses: OTHER_CLAUSES });
    const before = await keptOf(id);
    expect((await isRefused(of.lead, 'acceptAmendment', id)).code).toBe('NOT_ALLOWED');
    const second = await isRefused(cast.secretary, 'proposeAmendment', id, { clauses: ['另一条\n另外的内容。'] });
    expect(second.code).toBe('AGREEMENT_PAPER_PENDING');
    expect(await keptOf(id)).toEqual(before);
    const clauses = async () => (await seen(of.lead, id, 'inForceNo clauses { title }'))!;
    expect(await clauses()).toEqual({ inForceNo: 1, clauses: [{ title: '共驻共建' }, { title: '资源开放' }] });
    await does(cast.secretary, 'declineAmendment', id, { reason: REASON });
    await does(cast.secretary, 'proposeAmendment', id, { clauses: OTHER_CLAUSES });
    await does(of.lead, 'acceptAmendment', id);
    expect(await clauses()).toMatchObject({ inForceNo: 3, clauses: [{}, {}, { title: '实事认领' }] });
  });

  it('is reviewed by the street, with words where a side is silent or warned', async () => {
    const of = await cast.newcomer();
    const id = await agreementIn(cast, 'ACTIVE', of);
    await does(of.liaison, 'stateFulfilment', id, { items: ITEMS });
    expect((await isRefused(of.lead, 'stateFulfilment', id, { items: ITEMS })).code).toBe('AGREEMENT_STATED');
    const offered = (await seen(of.lead, id, 'viewerActions { action }'))!['viewerActions'] as Shown[];
    expect(offered.map(({ action }) => action as string)).not.toContain('stateFulfilment');
    expect((await isRefused(cast.committee, 'review', id, { verdict: 'WARNED' })).code).toBe('AGREEMENT_WARNING_WORDS');
    const missing = await isRefused(cast.committee, 'review', id, { verdict: 'FULFILLED' });
    expect(missing).toMatchObject({ code: 'AGREEMENT_STATEMENT_MISSING', message: expect.stringContaining('联盟一方') });
    expect((await isRefused(cast.secretary, 'review', id, { verdict: 'FULFILLED' })).code).toBe('NOT_ALLOWED');
    await does(cast.committee, 'review', id, { verdict: 'WARNED', remark: '联盟一方未填报，单位停车场未按约定开放。' });
    expect((await seen(of.lead, id, 'warnedAt'))!['warnedAt']).not.toBeNull();
    const { agreements } = await cast.supervisor.reads('{ agreements(filter: { warned: true }) { nodes { id } } }');
    expect(agreements.nodes).toEqual([{ id }]);
    await does(of.liaison, 'stateFulfilment', id, { items: ITEMS });
    await does(cast.committee, 'review', id, { verdict: 'FULFILLED', remark: '整改后已按约定开放停车场。' });
    expect((await seen(of.lead, id, 'warnedAt reviewCount'))).toEqual({ warnedAt: null, reviewCount: 2 });
  }); // prettier-ignore

  it('names liaisons who serve on their side', async () => {
    const of = await cast.newcomer();
    const id = await agreementIn(cast, 'ACTIVE', of);
    const named = (who: Somebody, person: Somebody) =>
      who.calls('agreementNameLiaison', { agreementId: id, person: person.who.id });
    expect((await named(of.lead, cast.worker)).error?.code).toBe('AGREEMENT_LIAISON_OUTSIDE');
    // Neither who only lives in the community, nor who advises the unit, speaks for it: they do not see what they would be told of.
    const resident = await cast.world.somebody('RESIDENT', COMMUNITY);
    const adviser = await cast.world.somebody('PARTY_ADVISER', of.unitId);
    expect((await named(cast.secretary, resident)).error?.code).toBe('AGREEMENT_LIAISON_OUTSIDE');
    expect((await named(of.lead, adviser)).error?.code).toBe('AGREEMENT_LIAISON_OUTSIDE');
    expect((await named(of.lead, of.liaison)).error).toBeNull();
    expect((await named(cast.secretary, cast.worker)).error).toBeNull();
    const shown = (await seen(of.lead, id, 'allianceLiaison unitLiaison'))!;
    expect(shown).toEqual({ allianceLiaison: '示例甲', unitLiaison: '示例甲' });
  });
});
