import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { endOfDay } from '../../../api/src/kernel/calendar.ts';
import * as support from '../../support/agreement-world.ts';
import { clockOf, eventsOf, settle } from '../../support/rules.ts';

const { CLAUSES, ITEMS, OTHER_CLAUSES, REASON, dayIn, does, isListed, membershipOf, passTo, seen } = support;

let cast: support.AgreementWorld;
beforeAll(async () => {
  cast = await support.openAgreementWorld();
});
afterAll(() => cast.world.close());

it('an agreement goes from the draft over two versions, an amendment, a review and a renewal to its end', async () => {
  const { world, secretary, worker, committee, supervisor } = cast;
  const { unitId, lead, liaison } = await cast.newcomer();
  const id = await support.drafted(cast, unitId);
  expect(await seen(lead, id)).toBeNull();
  await does(worker, 'edit', id, {
    title: '共驻共建协议书',
    clauses: CLAUSES,
    startsOn: dayIn(world, 0),
    endsOn: dayIn(world, 199),
  });
  await does(worker, 'send', id, { note: '请贵单位提出意见。' });

  await does(liaison, 'counter', id, {
    ...{
      clauses: OTHER_CLAUSES,
      startsOn: dayIn(world, 0),
      endsOn: dayIn(world, 199),
      note: '周末车位不足，建议改为工作日晚间。',
    },
  });
  const read = await seen(
    committee,
    id,
    'turnSide versions { n side note changes { kind title before after words { kind text } } }',
  );
  expect(read!['turnSide']).toBe('ALLIANCE');
  expect(read!['versions']).toMatchObject([
    { n: 1, side: 'ALLIANCE', changes: [] },
    {
      ...{ n: 2, side: 'UNIT', note: '周末车位不足，建议改为工作日晚间。' },
      changes: [
        { kind: 'CHANGED', title: '资源开放' },
        { kind: 'ADDED', title: '实事认领', before: null, after: '单位每年至少认领一项社区实事。', words: [] },
      ],
    },
  ]);
  const words = read!['versions'][1].changes[0].words as { kind: string; text: string }[];
  expect(words.filter(({ kind }) => kind === 'REMOVED').map(({ text }) => text).join('')).toBe('周末'); // prettier-ignore
  expect(words.filter(({ kind }) => kind === 'ADDED').map(({ text }) => text).join('')).toBe('工作日晚间'); // prettier-ignore

  await does(worker, 'agree', id);
  expect((await does(lead, 'sign', id))['state']).toBe('ONE_SIGNED');
  expect(await isListed(cast, unitId)).toBe(false);
  expect((await does(secretary, 'sign', id))['state']).toBe('ACTIVE');
  expect(await isListed(cast, unitId)).toBe(true);

  await does(secretary, 'proposeAmendment', id, { clauses: CLAUSES });
  await does(lead, 'acceptAmendment', id);
  await does(lead, 'stateFulfilment', id, { items: ITEMS });
  await does(worker, 'stateFulfilment', id, { items: ITEMS, remark: '协助单位解决职工子女托管。' });
  await does(committee, 'review', id, { verdict: 'FULFILLED' });

  const end = endOfDay(dayIn(world, 199));
  await passTo(cast, new Date(end.getTime() - 60 * 86_400_000), 1);
  await settle(world);
  expect((await seen(lead, id))!['state']).toBe('EXPIRING');
  await does(lead, 'proposeRenewal', id, { endsOn: dayIn(world, 60 + 100) });
  const renewed = await does(secretary, 'acceptRenewal', id, {}, 'state endsOn');
  expect(renewed).toEqual({ state: 'ACTIVE', endsOn: dayIn(world, 60 + 100) });
  const { until } = (await membershipOf(cast, id))!;
  expect(until).toEqual(endOfDay(renewed['endsOn'] as string));

  await passTo(cast, until, -1);
  await settle(world);
  expect(await isListed(cast, unitId)).toBe(true);
  await passTo(cast, until, 1);
  // At midnight the membership is over, whether or not a clock has rung.
  expect(await isListed(cast, unitId)).toBe(false);
  await settle(world);
  const told = await seen(
    supervisor,
    id,
    'state endedAt inForceNo signatures { revision paper side n post } statements { round side items { promised done } } reviews { round verdict }',
  );
  expect(told).toMatchObject({ state: 'EXPIRED', inForceNo: 3, reviews: [{ round: 1, verdict: 'FULFILLED' }] });
  expect(
    told!['signatures'].map(({ revision, paper, side, n }: Record<string, unknown>) => [revision, paper, side, n]),
  ).toEqual([
    [1, 'AGREEMENT', 'UNIT', 2],
    [1, 'AGREEMENT', 'ALLIANCE', 2],
    [2, 'AMENDMENT', 'ALLIANCE', 3],
    [2, 'AMENDMENT', 'UNIT', 3],
    [3, 'RENEWAL', 'UNIT', 3],
    [3, 'RENEWAL', 'ALLIANCE', 3],
  ]);
  expect(told!['statements']).toHaveLength(2);
  const actions = (await eventsOf(world, id))
    .map(({ action }) => action)
    .filter((action) => !action.startsWith('deadline'));
  expect(actions).toEqual([
    ...[
      'create',
      'edit',
      'send',
      'counter',
      'agree',
      'sign',
      'sign',
      'takeEffect',
      'proposeAmendment',
      'acceptAmendment',
    ],
    ...[
      'stateFulfilment',
      'stateFulfilment',
      'review',
      'nearEnd',
      'proposeRenewal',
      'acceptRenewal',
      'nearEnd',
      'expire',
    ],
  ]);
  expect(await clockOf(world, id, 'review')).toBeUndefined();
  expect((await support.isRefused(lead, 'terminate', id, { reason: REASON })).code).toBe('WRONG_STATE');
});
