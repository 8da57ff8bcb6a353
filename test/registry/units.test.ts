import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '../../api/src/platform/process/transaction.ts';
import { limitsOfCategory } from '../../api/src/modules/units/index.ts';
import { openRegistry, type Registry, type Shown } from '../support/registry.ts';

const EAST = '610303001000';
const COMMUNITY = '610303001002';
const REASON = '该单位已经迁出本街道，不再参加联盟。';

const PINYIN = new Intl.Collator('zh').compare as (one: unknown, other: unknown) => number;

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

describe('units', () => {
  it('are asked for by whoever is signed in', async () => {
    await expect(house.code('{ units { totalCount } }')).resolves.toBe('NOT_SIGNED_IN');
  });

  it('are listed page by page in pinyin order', async () => {
    const names = await house.allPages({ path: ['units'], field: 'name', first: 40 }, reader);
    expect(names.length).toBeGreaterThan(280);
    expect(names).toEqual([...new Set(names)].toSorted(PINYIN));
  });

  it.each(['zsdljddyxx', '东路街道第一小', 'DYXX'])('are found by %s', async (search) => {
    const { units } = await house.read(`{ units(search: "${search}", first: 100) { nodes { name } } }`, reader);
    expect(units.nodes).toContainEqual({ name: '中山东路街道第一小学（演示）' });
  });

  it('are filtered by kind, category and where they serve, all at once', async () => {
    const filter = `kind: POLICE_STATION, category: "PUBLIC_ORDER", division: "${COMMUNITY}"`;
    const { units } = await house.read(
      `{ units(${filter}, first: 100) { totalCount nodes { kind capabilities { code } areas { code } } } }`,
      reader,
    );
    expect(units.totalCount).toBe(units.nodes.length);
    for (const unit of units.nodes) {
      expect(unit.kind).toBe('POLICE_STATION');
      expect(unit.capabilities).toContainEqual({ code: 'PUBLIC_ORDER' });
      expect(unit.areas.map(({ code }) => code)).toEqual(expect.arrayContaining([EAST]));
    }
  });

  it('of a street are those that serve it, a part of it, or the whole district', async () => {
    const { units } = await house.read(
      `{ units(division: "${EAST}", first: 100) { nodes { areas { code } } } }`,
      reader,
    );
    const serves = (unit: Shown) =>
      unit.areas.some(({ code }) => code === '610303000000' || code.startsWith('610303001'));
    expect(units.nodes.length).toBeGreaterThan(20);
    expect(units.nodes.filter((unit: Shown) => !serves(unit))).toEqual([]);
  });

  it('cost one statement with all that belongs to them, and one for who asks, however many they are', async () => {
    const query = (first: number) =>
      `{ units(first: ${first}) { nodes { name division { label path { label } } areas { label } capabilities { name } alliances { name } } } }`;
    const few = await house.statements(() => house.read(query(2), reader));
    const many = await house.statements(() => house.read(query(100), reader));
    expect(many).toBe(few);
    expect(many).toBe(2);
  });

  it('are registered, changed, suspended and resumed by a system administrator', async () => {
    const input = {
      name: '测试单位甲（演示）',
      kind: 'NEW_ORGANISATION',
      division: COMMUNITY,
      capabilities: ['ERRAND'],
      areas: [],
    };
    await expect(house.refused('unitRegister', input, committee)).resolves.toBe('NOT_ALLOWED');
    await expect(house.refused('unitRegister', { ...input, capabilities: ['NONE'] }, admin)).resolves.toBe(
      'CATEGORY_UNKNOWN',
    );
    await expect(house.refused('unitRegister', { ...input, areas: ['610303999999'] }, admin)).resolves.toBe(
      'UNIT_DIVISION_UNKNOWN',
    );
    const shown = 'unit { id name shortName state areas { code } capabilities { code } }';
    const { unit } = await house.done('unitRegister', input, shown, admin);
    expect(unit).toMatchObject({
      shortName: input.name,
      state: 'ACTIVE',
      areas: [{ code: COMMUNITY }],
      capabilities: [{ code: 'ERRAND' }],
    });
    await expect(house.refused('unitRegister', input, admin)).resolves.toBe('UNIT_NAME_TAKEN');
    const changed = await house.done(
      'unitChange',
      { unitId: unit.id, shortName: '测试甲', capabilities: ['MEDIATION', 'ELDER_SERVICE'] },
      shown,
      admin,
    );
    expect(changed.unit).toEqual({
      ...unit,
      shortName: '测试甲',
      capabilities: [{ code: 'ELDER_SERVICE' }, { code: 'MEDIATION' }],
    });
    const suspended = await house.done('unitSuspend', { unitId: unit.id, reason: REASON }, 'unit { state }', admin);
    expect(suspended).toEqual({ unit: { state: 'SUSPENDED' } });
    await expect(house.refused('unitSuspend', { unitId: unit.id, reason: REASON }, admin)).resolves.toBe(
      'UNIT_ALREADY_SUSPENDED',
    );
    const resumed = await house.done('unitResume', { unitId: unit.id, reason: REASON }, 'unit { state }', admin);
    expect(resumed).toEqual({ unit: { state: 'ACTIVE' } });
    const events = await house.events('unit');
    expect(events.map(({ action }) => action)).toEqual(['register', 'change', 'suspend', 'resume']);
    expect(events[1]!.data).toMatchObject({ before: { shortName: input.name }, after: { shortName: '测试甲' } });
  });

  it('that do not exist are null, whatever their id looks like', async () => {
    const { none, odd } = await house.read(
      '{ none: unit(id: "0199aa00-0000-7000-8000-0123456789ab") { id } odd: unit(id: "1 or 1") { id } }',
      reader,
    );
    expect([none, odd]).toEqual([null, null]);
  });
});

describe('service categories', () => {
  it('name services, never kinds of people', async () => {
    const { serviceCategories } = await house.read('{ serviceCategories { code name about limits { action label } } }');
    expect(serviceCategories).toHaveLength(22);
    expect(JSON.stringify(serviceCategories)).not.toMatch(/困境|独居|残障|残疾|困难群众|孤寡|低保户/);
    expect(serviceCategories.find(({ code }) => code === 'HOUSE_REPAIR')!.limits).toEqual([
      { action: 'finish', label: '15个工作日' },
    ]);
  });

  it('are added, changed and taken out of use by a system administrator', async () => {
    const input = {
      category: 'PET_CARE',
      name: '文明养宠',
      groupName: '居住环境',
      about: '养宠引导、免疫登记等服务',
      position: 500,
    };
    await expect(house.refused('serviceCategoryAdd', input, committee)).resolves.toBe('NOT_ALLOWED');
    await house.done('serviceCategoryAdd', input, 'serviceCategory { code }', admin);
    await expect(house.refused('serviceCategoryAdd', input, admin)).resolves.toBe('CATEGORY_CODE_TAKEN');
    await expect(
      house.refused('serviceCategoryChange', { category: 'PET_CARE', name: '助老服务' }, admin),
    ).resolves.toBe('CATEGORY_NAME_TAKEN');
    await house.done(
      'serviceCategoryChange',
      { category: 'PET_CARE', active: false },
      'serviceCategory { active }',
      admin,
    );
    const { active, every } = await house.read(
      '{ active: serviceCategories { code } every: serviceCategories(activeOnly: false) { code name } }',
    );
    expect(active).not.toContainEqual({ code: 'PET_CARE' });
    expect(every.at(-1)).toEqual({ code: 'PET_CARE', name: '文明养宠' });
  });

  it('have limits of their own, only for actions that have one', async () => {
    const input = { category: 'ERRAND', action: 'finish', count: 36, unit: 'HOURS' };
    const { serviceCategory } = await house.done(
      'serviceCategorySetLimit',
      input,
      'serviceCategory { limits { action limit label } }',
      admin,
    );
    expect(serviceCategory.limits).toEqual([{ action: 'finish', limit: '36H', label: '36小时' }]);
    await expect(house.refused('serviceCategorySetLimit', { ...input, action: 'nonsense' }, admin)).resolves.toBe(
      'CATEGORY_NO_SUCH_LIMIT',
    );
    await expect(
      inTransaction(house.app.house, (transaction) => limitsOfCategory(transaction, 'ERRAND')),
    ).resolves.toEqual({ finish: { unit: 'hours', count: 36 } });
    const back = await house.done(
      'serviceCategorySetLimit',
      { ...input, count: null },
      'serviceCategory { limits { action } }',
      admin,
    );
    expect(back.serviceCategory.limits).toEqual([]);
  });
});
