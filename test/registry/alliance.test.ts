import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '../../api/src/platform/process/transaction.ts';
import { memberUnits } from '../../api/src/modules/alliance/index.ts';
import { openRegistry, type Registry } from '../support/registry.ts';

const EAST = '610303001000';
const WEST = '610303002000';
const COMMUNITY = '610303001002';
const REASON = '该单位已经迁出本街道，不再参加联盟。';

let house: Registry;
let admin: string;
let committee: string;
let reader: string;
beforeAll(async () => {
  house = await openRegistry();
  admin = await house.signedIn('SYSTEM_ADMIN', '610303000000');
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

  it('admit and dismiss units by decision of their own street, and keep who was a member when', async () => {
    const { unit } = await house.done(
      'unitRegister',
      { name: '测试单位乙（演示）', kind: 'ENTERPRISE', division: COMMUNITY, capabilities: ['ERRAND'], areas: [] },
      'unit { id }',
      admin,
    );
    const { division } = await house.read(`{ division(code: "${COMMUNITY}") { alliance { id } } }`);
    const input = { allianceId: division.alliance.id, unitId: unit.id };
    const other = await house.signedIn('STREET_COMMITTEE', WEST);
    const members = async (at: Date) => {
      const found = await inTransaction(house.app.house, (transaction) =>
        memberUnits(transaction, [EAST, COMMUNITY], at, 'ERRAND'),
      );
      return found.filter(({ unitId }) => unitId === unit.id).map(({ name }) => name);
    };
    const before = house.now();
    house.later(1);
    await expect(house.refused('allianceAdmit', input, other)).resolves.toBe('ALLIANCE_NOT_YOURS');
    await expect(house.refused('allianceAdmit', input, admin)).resolves.toBe('NOT_ALLOWED');
    await expect(house.refused('allianceDismiss', { ...input, reason: REASON }, committee)).resolves.toBe(
      'ALLIANCE_NOT_MEMBER',
    );
    await house.done('allianceAdmit', input, 'alliance { id }', committee);
    await expect(house.refused('allianceAdmit', input, committee)).resolves.toBe('ALLIANCE_ALREADY_MEMBER');
    house.later(1);
    const between = house.now();
    house.later(1);
    await house.done('allianceDismiss', { ...input, reason: REASON }, 'alliance { id }', committee);
    await expect(house.refused('allianceDismiss', { ...input, reason: REASON }, committee)).resolves.toBe(
      'ALLIANCE_NOT_MEMBER',
    );
    house.later(1);
    await expect(members(before)).resolves.toEqual([]);
    await expect(members(between)).resolves.toEqual(['测试单位乙（演示）']);
    await expect(members(house.now())).resolves.toEqual([]);
    const path = [`alliance(id: "${input.allianceId}")`, 'members'];
    const asked = (at: Date) =>
      house.allPages({ path, args: `at: "${at.toISOString()}"`, field: 'unit { id }', first: 3 }, reader);
    expect(await asked(between)).toContainEqual({ id: unit.id });
    expect(await asked(house.now())).not.toContainEqual({ id: unit.id });
    await house.done('allianceAdmit', input, 'alliance { id }', committee);
    await expect(members(house.now())).resolves.toHaveLength(1);
    expect((await house.events('alliance')).map(({ action, unit_ids }) => [action, unit_ids])).toEqual([
      ['admit', [unit.id]],
      ['dismiss', [unit.id]],
      ['admit', [unit.id]],
    ]);
  });

  it('let one of two who admit the same unit at once', async () => {
    const { unit } = await house.done(
      'unitRegister',
      { name: '测试单位丙（演示）', kind: 'ENTERPRISE', division: EAST, capabilities: [], areas: [] },
      'unit { id }',
      admin,
    );
    const { division } = await house.read(`{ division(code: "${EAST}") { alliance { id } } }`);
    const admit = () =>
      house.refused('allianceAdmit', { allianceId: division.alliance.id, unitId: unit.id }, committee);
    const codes = await Promise.all([admit(), admit(), admit()]);
    expect(codes.toSorted()).toEqual(['ALLIANCE_ALREADY_MEMBER', 'ALLIANCE_ALREADY_MEMBER', null]);
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
