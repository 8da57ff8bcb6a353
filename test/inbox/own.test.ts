import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { alsoActsAs, delivered, inboxOf, unreadOf } from '../support/inbox-world.ts';
import { anOrder, openOrderWorld, takeStep, type OrderWorld } from '../support/order-world.ts';
import { Somebody, type Shown } from '../support/somebody.ts';
import { COMMUNITY, STREET } from '../support/world.ts';

let people: OrderWorld;
let reviewer: Somebody;
beforeAll(async () => {
  people = await openOrderWorld();
});
beforeEach(async () => {
  reviewer = await people.world.somebody('STREET_REVIEWER', STREET);
});
afterAll(() => people.world.close());

const submitted = async (count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let made = 0; made < count; made++) ids.push(await anOrder(people, 'SUBMITTED'));
  await delivered(people.world);
  return ids;
};
const reads = (who: Somebody, ids: readonly string[]) => who.calls('inboxRead', { ids }, 'unread');

describe('an inbox is of a person', () => {
  it('shows what came by either of two posts, whichever they act in', async () => {
    const twice = await people.world.somebody('COMMUNITY_WORKER', COMMUNITY);
    const reviewing = await alsoActsAs(people.world, twice, 'STREET_REVIEWER', STREET);
    const id = await anOrder(people, 'DONE_PENDING_CHECK');
    await delivered(people.world);
    const mine = async () =>
      (await inboxOf(twice)).filter(({ subjectId }) => subjectId === id).map(({ action }) => action as string);
    const before = await mine();
    expect(before).toEqual(['finish', 'submit']);
    await twice.calls('sessionActAs', { postId: reviewing });
    expect(await mine()).toEqual(before);
  });

  it('gets nothing more for a post that has ended, and one item where two posts are told of one act', async () => {
    const { world } = people;
    const twice = await world.somebody('STREET_REVIEWER', STREET);
    await alsoActsAs(world, twice, 'STREET_COMMITTEE', STREET);
    const id = await anOrder(people, 'RELEASE_PENDING');
    await delivered(world);
    const count = async (action: string) =>
      (await inboxOf(twice)).filter((item) => item['subjectId'] === id && item['action'] === action).length;
    expect(await count('requestRelease')).toBe(1);
    await world.sql.query('UPDATE post SET ends_at = $2 WHERE person_id = $1', [twice.who.id, world.now()]);
    const other = await anOrder(people, 'RELEASE_PENDING');
    await delivered(world);
    expect((await inboxOf(twice)).some(({ subjectId }) => subjectId === other)).toBe(false);
    // What came while it was held stays theirs.
    expect(await count('requestRelease')).toBe(1);
  });

  it('is open to nobody else', async () => {
    const ids = await submitted(1);
    const [item] = await inboxOf(reviewer);
    const stranger = await people.world.somebody('STREET_REVIEWER', STREET);
    expect((await inboxOf(stranger)).some(({ subjectId }) => ids.includes(subjectId as string))).toBe(false);
    await reads(stranger, [item!['id'] as string]);
    expect((await inboxOf(reviewer, 'first: 1'))[0]!['readAt']).toBeNull();
    const { errors } = await Somebody.nobody(people.world.app.url).ask('{ inbox { nodes { id } } }');
    expect(errors[0]!.extensions.code).toBe('NOT_SIGNED_IN');
  });
});

describe('reading', () => {
  it('is newest first, page by page, and can be narrowed', async () => {
    const ids = await submitted(5);
    const page = 'nodes { subjectId } totalCount pageInfo { hasNextPage endCursor }';
    const first = (await reviewer.reads(`{ inbox(first: 3) { ${page} } }`))['inbox'] as Shown;
    const after = first['pageInfo'].endCursor as string;
    const next = (await reviewer.reads(`query ($after: String) { inbox(first: 3, after: $after) { ${page} } }`, { after }))['inbox'] as Shown; // prettier-ignore
    expect([...first['nodes'], ...next['nodes']].map(({ subjectId }: Shown) => subjectId as string)).toEqual(ids.toReversed()); // prettier-ignore
    expect([first['totalCount'], next['pageInfo'].hasNextPage]).toEqual([5, false]);
    expect(await inboxOf(reviewer, 'first: 9, noun: "agreement"')).toEqual([]);
    expect(await inboxOf(reviewer, 'first: 9, kind: OVERDUE')).toEqual([]);
    expect(await inboxOf(reviewer, 'first: 9, kind: DECISION_ASKED, noun: "order", unreadOnly: true')).toHaveLength(5);
  });

  it('is marked item by item, once, or up to what was seen', async () => {
    await submitted(4);
    const [newest, second] = await inboxOf(reviewer);
    expect(await unreadOf(reviewer)).toBe(4);
    expect((await reads(reviewer, [second!['id'] as string])).payload!['unread']).toBe(3);
    const marked = (await inboxOf(reviewer))[1]!['readAt'] as string;
    expect(marked).not.toBeNull();
    await reads(reviewer, [second!['id'] as string]);
    expect((await inboxOf(reviewer))[1]!['readAt']).toBe(marked);
    await submitted(1);
    const upTo = await reviewer.calls('inboxReadAll', { upToId: newest!['id'] }, 'unread');
    expect(upTo.payload!['unread']).toBe(1);
    expect(await inboxOf(reviewer, 'first: 9, unreadOnly: true')).toHaveLength(1);
    const all = await reviewer.calls('inboxReadAll', {}, 'unread');
    expect([all.payload!['unread'], await unreadOf(reviewer)]).toEqual([0, 0]);
  });

  it('is one statement, and leaves no trace in the feed', async () => {
    await submitted(2);
    const [item] = await inboxOf(reviewer);
    const statements = await people.world.statements(() => inboxOf(reviewer));
    expect(statements.length).toBeLessThanOrEqual(2);
    const events = async () =>
      (await people.world.sql.query('SELECT count(*)::int AS n FROM event')).rows[0].n as number;
    const before = await events();
    await reads(reviewer, [item!['id'] as string]);
    expect(await events()).toBe(before);
  });

  it('changes nothing but the mark, and the server cannot: items are never edited or deleted', async () => {
    const { rows } = await people.world.sql.query<{ may: string }>(
      `SELECT string_agg(p, ',' ORDER BY p) AS may FROM unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE','TRUNCATE']) p
       WHERE has_table_privilege('gongzhi_app', 'inbox_item', p)`,
    );
    expect(rows[0]!.may).toBe('INSERT,SELECT');
  });

  it('of an act that was taken meanwhile keeps the words of then', async () => {
    const [id] = await submitted(1);
    await takeStep(people, 'reject', id!);
    await delivered(people.world);
    expect((await inboxOf(reviewer, 'first: 1'))[0]).toMatchObject({
      subjectId: id,
      action: 'submit',
      label: '提交',
    });
  });
});
