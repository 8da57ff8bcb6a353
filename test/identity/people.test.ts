import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '../../api/src/kernel/viewer.ts';
import { insertPersons, insertPosts } from '../../api/src/modules/identity/index.ts';
import type { Shown, Somebody } from '../support/somebody.ts';
import { COMMUNITY, DISTRICT, OTHER_STREET, STREET, World } from '../support/world.ts';

let world: World;
let unitId: string;
let otherUnitId: string;

const run = (_name: string, text: string, values: readonly unknown[]) => world.sql.query(text, [...values]);

interface Registered {
  readonly kind?: 'STAFF' | 'RESIDENT';
  readonly posts?: readonly (readonly [Role, string])[];
  readonly until?: Date | null;
}

async function register(id: string, name: string, { kind = 'STAFF', posts = [], until = null }: Registered = {}) {
  const person = { ...{ id, kind, name, createdAt: world.now() }, phone: `1390000${id.slice(-4)}` };
  await insertPersons(run, world.sealer, [person]);
  const startsAt = new Date(world.now().getTime() - 86_400_000);
  const rows = posts.map(([role, scope], index) => ({
    ...{ id: `${id.slice(0, -6)}${String(index)}${id.slice(-5)}`, personId: id, role, scope, startsAt, endsAt: until },
  }));
  await insertPosts(run, rows);
}

const ID = (n: number) => `01900000-0000-7000-8000-0000000${String(50_000 + n)}`;

beforeAll(async () => {
  world = await World.open();
  unitId = await world.unit('演示物业甲');
  otherUnitId = await world.unit('演示学校乙');
  const ended = new Date(world.now().getTime() - 3_600_000);
  await register(ID(1), '演示赵一', { posts: [['UNIT_LEAD', unitId], ['RESIDENT', COMMUNITY]] });
  await register(ID(2), '演示钱二', { posts: [['UNIT_LIAISON', otherUnitId]] });
  await register(ID(3), '演示孙三', { posts: [['COMMUNITY_WORKER', COMMUNITY], ['STREET_REVIEWER', STREET]] });
  await register(ID(4), '演示李四', { posts: [['STREET_REVIEWER', OTHER_STREET]], until: ended });
  await register(ID(5), '演示周五');
  await register(ID(6), '演示吴六', { kind: 'RESIDENT', posts: [['RESIDENT', COMMUNITY]] });
  await register(ID(7), '演示郑七', { posts: [['VOLUNTEER', COMMUNITY]] });
}); // prettier-ignore
afterAll(() => world.close());

/** The names somebody finds, among those registered here. */
async function finds(who: Somebody, conditions = 'search: "演示"'): Promise<string[]> {
  const { people } = await who.reads(`{ people(first: 100, ${conditions}) { totalCount nodes { id name } } }`);
  expect(people.totalCount).toBe(people.nodes.length);
  return (people.nodes as Shown[]).map(({ name }) => (name as string).replace('演示', ''));
}

describe('people are looked up', () => {
  it.each([
    ['SECURITY_ADMIN', DISTRICT, ['李四', '钱二', '孙三', '赵一', '郑七', '周五']],
    ['AUDITOR', DISTRICT, ['李四', '钱二', '孙三', '赵一', '郑七', '周五']],
    ['COMMUNITY_SECRETARY', COMMUNITY, ['钱二', '孙三', '赵一']],
    ['STREET_COMMITTEE', STREET, ['钱二', '孙三', '赵一']],
    ['SUPERVISOR', DISTRICT, ['钱二', '孙三', '赵一']],
    ['UNIT_LEAD', 'OWN', ['赵一']],
    ['UNIT_LIAISON', 'OTHER', ['钱二']],
  ] as const)('by %s, as far as they name others to something', async (role, scope, names) => {
    const at = scope === 'OWN' ? unitId : scope === 'OTHER' ? otherUnitId : scope;
    expect(await finds(await world.somebody(role, at))).toEqual(names);
  });

  it.each(['RESIDENT', 'VOLUNTEER', 'GRID_WORKER', 'COMMITTEE_MEMBER', 'SYSTEM_ADMIN'] as const)(
    'not by %s',
    async (role) => {
      const { errors } = await (await world.somebody(role, COMMUNITY)).ask('{ people { nodes { id } } }');
      expect(errors[0]?.extensions.code).toBe('NOT_ALLOWED');
    },
  );

  it('by name, pinyin initials, unit, place and office', async () => {
    const committee = await world.somebody('STREET_COMMITTEE', STREET);
    expect(await finds(committee, 'search: "YSSS"')).toEqual(['孙三']);
    expect(await finds(committee, `search: "演示", unit: "${otherUnitId.toUpperCase()}"`)).toEqual(['钱二']);
    expect(await finds(committee, `search: "演示", division: "${STREET}"`)).toEqual(['孙三']);
    expect(await finds(committee, `search: "演示", role: UNIT_LEAD`)).toEqual(['赵一']);
    expect(await finds(committee, 'search: "13900"')).toEqual([]);
  });

  it('with the offices they hold now, and not where they live', async () => {
    const admin = await world.somebody('SECURITY_ADMIN', DISTRICT);
    const { people } = await admin.reads(
      '{ people(search: "演示") { nodes { name posts { roleLabel scopeName endsAt } } } }',
    );
    const posts = Object.fromEntries((people.nodes as Shown[]).map(({ name, posts: held }) => [name, held]));
    expect(posts['演示赵一']).toEqual([{ roleLabel: '单位负责人', scopeName: '演示物业甲', endsAt: null }]);
    expect((posts['演示孙三'] as Shown[]).map(({ roleLabel }) => roleLabel).toSorted()).toEqual([
      '社区干部',
      '镇街审单员',
    ]);
    expect([posts['演示李四'], posts['演示周五'], posts['演示郑七']]).toEqual([[], [], []]);
  });
});
