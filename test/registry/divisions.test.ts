import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Registry } from '../support/registry.ts';

const EAST = '610303001000';
const COMMUNITY = '610303001002';
const NEXT_COMMUNITY = '610303001004';

let house: Registry;
let admin: string;
let committee: string;
beforeAll(async () => {
  house = await openRegistry();
  admin = await house.signedIn('SYSTEM_ADMIN', '610303000000');
  committee = await house.signedIn('STREET_COMMITTEE', EAST);
});
afterAll(() => house.close());

describe('divisions', () => {
  it('shows the real tree of the district to everybody', async () => {
    const { divisions, division } = await house.read(`{
      divisions(first: 1) { totalCount }
      division(code: "610303000000") { name parent { name } path { code } children { name children { label } } } }`);
    expect(divisions.totalCount).toBe(141 + 59 * 15);
    expect(division).toMatchObject({ name: '金台区', parent: { name: '宝鸡市' }, path: [{ code: '610303000000' }] });
    expect(division.children).toHaveLength(11);
    expect(division.children[0]).toMatchObject({
      name: '中山东路街道',
      children: expect.arrayContaining([{ label: '曙光路西社区' }]),
    });
  });

  it.each([
    ['PROVINCE', 1],
    ['CITY', 1],
    ['DISTRICT', 1],
    ['STREET', 7],
    ['TOWN', 4],
    ['COMMUNITY', 59],
    ['VILLAGE', 68],
  ])('has of level %s %i', async (level, count) => {
    const { divisions } = await house.read(`{ divisions(level: ${level}, first: 1) { totalCount } }`);
    expect(divisions.totalCount).toBe(count);
  });

  it('tells where a building lies and how the party is organised there', async () => {
    const { division } = await house.read(
      `{ division(code: "${COMMUNITY}001002") { label level partyOrganisation path { level partyOrganisation } } }`,
    );
    expect(division).toEqual({
      ...{ label: '曙光路西社区第一网格2号楼', level: 'BUILDING', partyOrganisation: 'BUILDING_GROUP' },
      path: [
        { level: 'DISTRICT', partyOrganisation: null },
        { level: 'STREET', partyOrganisation: null },
        { level: 'COMMUNITY', partyOrganisation: 'COMMUNITY_PARTY' },
        { level: 'GRID', partyOrganisation: 'GRID_BRANCH' },
        { level: 'BUILDING', partyOrganisation: 'BUILDING_GROUP' },
      ],
    });
  });

  it.each(['zsdl', 'ＺＳＤＬ', '山东路'])('finds 中山东路街道 by %s', async (search) => {
    const { divisions } = await house.read(`{ divisions(search: "${search}", level: STREET) { nodes { code } } }`);
    expect(divisions.nodes).toEqual([{ code: EAST }]);
  });

  it.each(['%', '_', '\\\\', "'"])('takes %s for what it is', async (search) => {
    const { divisions } = await house.read(`{ divisions(search: "${search}") { nodes { code } } }`);
    expect(divisions.nodes).toEqual([]);
  });

  it('is read page by page in the order of the tree', async () => {
    const codes = await house.allPages({ path: ['divisions'], args: 'level: COMMUNITY', field: 'code', first: 25 });
    expect(codes).toHaveLength(59);
    expect(codes).toEqual([...new Set(codes)].toSorted());
  });

  it('lets only a system administrator add a grid, with the next number', async () => {
    const input = { community: COMMUNITY, name: '第四网格' };
    await expect(house.refused('divisionAddGrid', input, committee)).resolves.toBe('NOT_ALLOWED');
    const { division } = await house.done('divisionAddGrid', input, 'division { code label parent { code } }', admin);
    expect(division).toEqual({ code: `${COMMUNITY}004`, label: '曙光路西社区第四网格', parent: { code: COMMUNITY } });
    await expect(house.refused('divisionAddGrid', input, admin)).resolves.toBe('DIVISION_NAME_TAKEN');
    await expect(house.refused('divisionAddGrid', { ...input, community: EAST }, admin)).resolves.toBe(
      'DIVISION_WRONG_LEVEL',
    );
    await expect(house.refused('divisionAddGrid', { ...input, community: '610303999999' }, admin)).resolves.toBe(
      'DIVISION_UNKNOWN',
    );
    const building = await house.done(
      'divisionAddBuilding',
      { grid: `${COMMUNITY}004`, name: '13号楼' },
      'division { code }',
      admin,
    );
    expect(building).toEqual({ division: { code: `${COMMUNITY}004001` } });
  });

  it('gives grids that are added at once different numbers', async () => {
    const add = (name: string) =>
      house.done('divisionAddGrid', { community: NEXT_COMMUNITY, name }, 'division { code }', admin);
    const added = await Promise.all(['甲网格', '乙网格', '丙网格', '丁网格'].map(add));
    expect(added.map(({ division }) => division.code.slice(-3)).toSorted()).toEqual(['004', '005', '006', '007']);
  });
});
