import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KINDS } from '../support/cast.ts';
import type { Shown, Somebody } from '../support/somebody.ts';
import { MORE_KINDS, openRichWorld, type RichCast, type RichKind } from '../reads/world/rich-world.ts';

let rich: RichCast;

beforeAll(async () => void (rich = await openRichWorld()), 60_000);
afterAll(() => rich.world.close());

const WHO = [...(Object.keys(KINDS) as RichKind[]), ...MORE_KINDS].filter((kind) => kind !== 'noPost');
const MOST = 50;
const HITS = 'noun id title about stateLabel';

async function found(who: Somebody, text: string): Promise<Shown[]> {
  const { search } = await who.reads(
    `query ($text: String!) { search(text: $text, first: ${String(MOST)}) { ${HITS} } }`,
    { text },
  );
  return search as Shown[];
}

/** What the lists of the viewer show, as hits would: the words are looked for in what is shown. */
const LISTS = `query ($text: String!) {
  orders(first: 100, filter: { search: $text }) { nodes { id title number stateLabel } }
  units(first: 100, search: $text) { nodes { id title: name } }
  needs(first: 100, filter: { search: $text }) { nodes { id title stateLabel } }
  projects(first: 100, filter: { search: $text }) { nodes { id title stateLabel } }
  jointMeetings(first: 100) { nodes { id title stateLabel } }
  resolutions(first: 100) { nodes { id title: text serial stateLabel } }
}`;
const NOUNS = {
  ...{ order: 'orders', unit: 'units', need: 'needs', project: 'projects' },
  ...{ jointMeeting: 'jointMeetings', resolution: 'resolutions' },
} as const;

async function listed(who: Somebody, text: string): Promise<Record<keyof typeof NOUNS, Shown[]>> {
  const lists = await who.reads(LISTS, { text });
  const of = (name: string) => (lists[name] as { nodes: Shown[] }).nodes;
  const holds = ({ title, serial }: Shown) => `${String(title)} ${String(serial)}`.toLowerCase().includes(text);
  return {
    ...{ order: of('orders'), unit: of('units'), need: of('needs'), project: of('projects') },
    ...{ jointMeeting: of('jointMeetings').filter(holds), resolution: of('resolutions').filter(holds) },
  };
}

describe.each(WHO)('%s', (kind) => {
  it.each(['路灯', '演示', '会议', '610303'])(
    'finds by “%s” what the lists show, told as they tell it',
    async (text) => {
      const who = rich.everybody[kind];
      const [hits, lists] = [await found(who, text), await listed(who, text)];
      for (const noun of Object.keys(NOUNS) as (keyof typeof NOUNS)[]) {
        const mine = hits.filter((hit) => hit['noun'] === noun);
        expect([noun, mine.length]).toEqual([noun, Math.min(MOST, lists[noun].length)]);
        const known = new Map(lists[noun].map((row) => [row['id'], row]));
        for (const { id, title, stateLabel } of mine) {
          const row = known.get(id)!;
          expect({ noun, title }).toEqual({ noun, title: row['title'] ?? row['number'] });
          if (noun !== 'unit') expect(stateLabel).toBe(row['stateLabel']);
        }
      }
    },
  );
});

describe('the search', () => {
  it('shows residents and volunteers no officials, and nobody a resident', async () => {
    const { rows } = await rich.world.sql.query<{ id: string }>(`SELECT id FROM person WHERE kind = 'RESIDENT'`);
    const residents = rows.map(({ id }) => id);
    for (const kind of WHO) {
      const people = (await found(rich.everybody[kind], '示例')).filter(({ noun }) => noun === 'person');
      const official = ['reviewer', 'committee', 'community', 'secretary', 'supervisor', 'leader'].includes(kind);
      if (official) expect(people.length).toBeGreaterThan(3);
      if (['orderer', 'neighbour', 'volunteer', 'grid'].includes(kind)) expect(people).toEqual([]);
      expect(people.filter(({ id }) => residents.includes(id as string))).toEqual([]);
    }
  });

  it('finds units and people by pinyin initials, an order by its number, and narrows to one kind', async () => {
    const { reviewer } = rich.everybody;
    const narrow = (text: string, among: string) =>
      reviewer.reads(`{ search(text: "${text}", among: ${among}, first: 3) { ${HITS} } }`);
    const units = (await narrow('YSXX', 'unit'))['search'] as Shown[];
    expect(units.map(({ noun }) => noun)).toEqual(['unit']);
    const people = (await narrow('sl', 'person'))['search'] as Shown[];
    expect(people.length).toBe(3);
    expect(people[0]).toMatchObject({ noun: 'person', about: expect.stringMatching(/ · /) as unknown });
    const order = await reviewer.order(rich.orders[3]!, 'id number');
    const [hit] = (await narrow(String(order!['number']), 'order'))['search'] as Shown[];
    expect(hit).toMatchObject({
      id: order!['id'],
      about: expect.stringContaining(String(order!['number'])) as unknown,
    });
  });

  it.each([
    ['text: "路"', '搜索内容应为2至60个字。'],
    [`text: "${'灯'.repeat(61)}"`, '搜索内容应为2至60个字。'],
    ['text: "路灯", first: 101', 'first 应为1至100的整数'],
    ['text: "路灯", first: 0', 'first 应为1至100的整数'],
  ])('refuses %s in a sentence', async (given, sentence) => {
    const { errors } = await rich.everybody.reviewer.ask(`{ search(${given}) { id } }`);
    expect([errors.length, errors[0]?.extensions.code]).toEqual([1, 'BAD_USER_INPUT']);
    expect(errors[0]?.message).toContain(sentence);
  });

  it('takes what LIKE knows as wildcards literally, and blanks as nothing', async () => {
    expect(await found(rich.everybody.reviewer, '%_%_%_%')).toEqual([]);
    expect(await found(rich.everybody.reviewer, '   ')).toEqual([]);
  });

  it('is asked in one statement beside the look for the session, by whoever is signed in', async () => {
    const { reviewer, nobody } = rich.everybody;
    await found(reviewer, '路灯');
    const statements = await rich.world.statements(() => found(reviewer, '路灯'));
    expect(statements).toHaveLength(2);
    const { errors } = await nobody.ask('{ search(text: "路灯") { id } }');
    expect(errors[0]?.extensions.code).toBe('NOT_SIGNED_IN');
  });
});
