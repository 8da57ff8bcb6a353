import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { freshDatabase } from '../../../../test/support/database.ts';
import { all, always, any, acts, atLeast, holds, is, isEmpty, isTrue, link, not, oneOf, scopeWithin, type Predicate } from '../../kernel/predicate.ts'; // prettier-ignore
import type { Role, Viewer } from '../../kernel/viewer.ts';
import { Parameters } from './parameters.ts';
import { predicateSql, type Wording } from './predicate-sql.ts';

const ROLES: readonly Role[] = ['RESIDENT', 'UNIT_LIAISON', 'STREET_REVIEWER', 'GRID_WORKER'];
const ids = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
const codes = ['610303001000', '610303001002', '610303001002001'];

const leaf: fc.Arbitrary<Predicate> = fc.oneof(
  fc.constant(always),
  fc.subarray([...ROLES]).map((roles) => acts(...roles)),
  fc.constantFrom(
    is('ordererId', 'PERSON'),
    is('unitId', 'UNIT'),
    is('streetCode', 'SCOPE'),
    scopeWithin('streetCode'),
  ),
  fc.constantFrom(oneOf('state', ['OPEN', "it's"]), isTrue('onBehalf'), isEmpty('unitId'), atLeast('count', 2)),
  fc.constantFrom(link('eligible'), link('share', 'INVITED', 'ACCEPTED')),
);
const { predicate } = fc.letrec<{ predicate: Predicate }>((tie) => ({
  predicate: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('predicate'), { maxLength: 3 }).map((parts) => all(...parts)),
    fc.array(tie('predicate'), { maxLength: 3 }).map((parts) => any(...parts)),
    tie('predicate').map(not),
  ),
}));
const viewer: fc.Arbitrary<Viewer> = fc
  .record({ role: fc.constantFrom(...ROLES), code: fc.constantFrom(...codes), id: fc.constantFrom(...ids) })
  .map(({ role, code, id }) => ({
    ...{ kind: 'PERSON' as const, personId: id, sessionId: null },
    post: { id: 'p', role, scope: role === 'UNIT_LIAISON' ? id : code, scopeName: '', endsAt: null },
  }));
const row = fc.record({
  ordererId: fc.option(fc.constantFrom(...ids)),
  unitId: fc.option(fc.constantFrom(...ids)),
  streetCode: fc.option(fc.constantFrom(...codes)),
  state: fc.constantFrom('OPEN', "it's", 'DRAFT'),
  onBehalf: fc.option(fc.boolean()),
  count: fc.option(fc.integer({ min: 0, max: 4 })),
  eligible: fc.boolean(),
  share: fc.option(fc.constantFrom('INVITED', 'ACCEPTED', 'DECLINED')),
});

const wording: Wording = { alias: 't', links: { eligible: (t) => `${t}.eligible`, share: (t) => `${t}.share` } };
const SHAPE = `jsonb_to_record($1::jsonb) AS t (orderer_id uuid, unit_id uuid, street_code text, state text, on_behalf boolean, count int,
  eligible boolean, share text)`;

let database: Awaited<ReturnType<typeof freshDatabase>>;
let client: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

it('says the same in SQL as in TypeScript, for any condition, row and viewer', async () => {
  await fc.assert(
    fc.asyncProperty(predicate, row, viewer, async (condition, given, who) => {
      const parameters = new Parameters();
      const { eligible, share, ...columns } = given;
      const kept = {
        ...{
          orderer_id: given.ordererId,
          unit_id: given.unitId,
          street_code: given.streetCode,
          on_behalf: given.onBehalf,
        },
        ...given,
      };
      parameters.add(JSON.stringify(kept), 'jsonb');
      const sql = predicateSql(condition, who, wording, parameters);
      const { text, bind } = parameters.finish(`SELECT coalesce(${sql}, false) AS said FROM ${SHAPE}`);
      const { rows } = await client.query<{ said: boolean }>(
        text,
        bind({ viewer: who, now: new Date(), variables: {} }),
      );
      expect(rows[0]!.said).toBe(holds(condition, columns, { eligible, share }, who));
    }),
    { numRuns: 500 },
  );
});
