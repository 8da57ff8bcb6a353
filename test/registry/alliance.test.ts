import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '../../api/src/platform/process/transaction.ts';
import { memberUnits } from '../../api/src/modules/alliance/index.ts';
import { openRegistry, type Registry } from '../support/registry.ts';

const EAST = '610303001000';
const COMMUNITY = '610303001002';

let house: Registry;
let committee: string;
let reader: string;
beforeAll(async () => {
  house = await openRegistry();
  committee = await house.signedIn('STREET_COMMITTEE', EAST);
  reader = await house.signedIn('AUDITOR', '610303000000');
});
afterAll(() => house.close());

describe('alliances', () => {
  it('exist for every street, town and urban community', async () => {
    const { all, street } = await house.read(
      `{
      all: alliances(first: 1) { totalCount }
      street: alliances(division: "${EAST}", first: 1) { nodes { name ledBy division { code } members { totalCount } } } }`,
      reader,
    );
    expect(all.totalCount).toBe(70);
    expect(street.nodes).toMatchObject([
      { name: '中山东路街道红色联盟', ledBy: '中山东路街道党工委', division: { code: EAST } },
    ]);
    expect(street.nodes[0]!.members.totalCount).toBeGreaterThan(10);
  });

  it('show their members in pinyin order, fifty alliances in one statement', async () => {
    const query = (first: number) =>
      `{ alliances(first: ${first}) { nodes { members(first: 5) { nodes { since unit { name } } pageInfo { hasNextPage } } } } }`;
    const { alliances } = await house.read(query(50), reader);
    const names = alliances.nodes[0]!.members.nodes.map(({ unit }) => unit.name);
    expect(names).toEqual(names.toSorted(new Intl.Collator('zh').compare));
    expect(names).toHaveLength(5);
    const count = (first: number) => house.statements(() => house.read(query(first), reader));
    expect(await count(50)).toBe(await count(2));
  });

  it('keep who was a member when', async () => {
    const rows = await house.kept<{ unit_id: string; until: Date; division_code: string }>(
      `SELECT m.unit_id, upper(m.term) AS until, a.division_code FROM alliance_member m JOIN alliance a ON a.id = m.alliance_id
       JOIN agreement g ON g.id = m.agreement_id WHERE g.state = 'TERMINATED' LIMIT 1`,
    );
    const { unit_id: left, until, division_code: code } = rows[0]!;
    const members = async (at: Date) => {
      const found = await inTransaction(house.app.house, (transaction) => memberUnits(transaction, [code], at));
      return found.some(({ unitId }) => unitId === left);
    };
    await expect(members(new Date(until.getTime() - 1))).resolves.toBe(true);
    await expect(members(until)).resolves.toBe(false);
    const { division } = await house.read(`{ division(code: "${code}") { alliance { id } } }`);
    const path = [`alliance(id: "${division.alliance.id}")`, 'members'];
    const asked = (at: Date) =>
      house.allPages({ path, args: `at: "${at.toISOString()}"`, field: 'unit { id }', first: 3 }, reader);
    expect(await asked(new Date(until.getTime() - 1))).toContainEqual({ id: left });
    expect(await asked(until)).not.toContainEqual({ id: left });
  });

  it('are formed once, by the street, in its villages too', async () => {
    const town = await house.signedIn('STREET_COMMITTEE', '610303101000');
    await expect(house.refused('allianceForm', { division: COMMUNITY }, committee)).resolves.toBe('ALLIANCE_EXISTS');
    await expect(house.refused('allianceForm', { division: `${COMMUNITY}001` }, committee)).resolves.toBe(
      'ALLIANCE_WRONG_LEVEL',
    );
    await expect(house.refused('allianceForm', { division: '610303101200' }, committee)).resolves.toBe(
      'ALLIANCE_NOT_YOURS',
    );
    const { alliance } = await house.done(
      'allianceForm',
      { division: '610303101200' },
      'alliance { name ledBy }',
      town,
    );
    expect(alliance).toEqual({ name: '南皋村红色联盟', ledBy: '南皋村党组织' });
  });
});
