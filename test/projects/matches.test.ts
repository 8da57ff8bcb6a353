import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOffer, openProjectWorld, published, reads, WANTED, type ProjectWorld } from '../support/project-world.ts';
import type { Shown, Somebody } from '../support/somebody.ts';
import { OTHER_COMMUNITY } from '../support/world.ts';

let people: ProjectWorld;
let ids: Record<string, string>;
let need: string;

const SATURDAY = [[6, 480, 1080]] as const;
beforeAll(async () => {
  people = await openProjectWorld();
  const { unitId, rivalUnitId } = people;
  const offer = (more: object) => anOffer(people, { unitId, hours: SATURDAY, ...more });
  ids = {
    best: await offer({ title: '本社区的场地' }),
    twin: await offer({ title: '同样合适的场地' }),
    street: await offer({ title: '全镇街的场地', community: null }),
    anyCategory: await offer({ title: '不限类别的场地', category: null }),
    closed: await offer({ title: '周六不开放的场地', hours: [[1, 480, 1080]] }),
    taken: await offer({ title: '已被预约的场地' }),
    otherKind: await offer({ title: '同类别的服务', kind: 'SERVICE' }),
    reliable: await offer({ title: '履约良好的单位', unitId: rivalUnitId }),
    elsewhere: await offer({ title: '别的社区的场地', community: OTHER_COMMUNITY }),
    unrelated: await offer({ title: '别的东西', kind: 'GOODS', category: 'ELDER_SERVICE' }),
    paused: await offer({ title: '暂停的场地' }),
  };
  const { sql } = people.world;
  await sql.query("UPDATE resource_offer SET state = 'PAUSED' WHERE id = $1", [ids['paused']]);
  await booked(ids['taken']!, WANTED.wantedFrom, 'RESERVED');
  await booked(ids['reliable']!, '2026-10-10T01:00:00Z', 'RETURNED');
  need = await published(people, WANTED);
});
afterAll(() => people.world.close());

const booked = (offerId: string, startsAt: string, state: string) =>
  people.world.sql.query(
    `INSERT INTO booking (id, state, entered_at, offer_id, offer_unit_id, booker_code, person_id, purpose, starts_at, ends_at, held, parts,
       decline_until, district_code, street_code, community_code, created_at)
     SELECT uuidv7(), $3, $2, o.id, o.unit_id, o.street_code, $4, '演示用途', $2, $2::timestamptz + interval '2 hours', '{[1,2)}', 1, $2,
       o.district_code, o.street_code, o.community_code, $2 FROM resource_offer o WHERE o.id = $1`,
    [offerId, startsAt, state, people.worker.who.id],
  );

const SHOWN = 'matches(first: 50) { score offer { id title } unit { name } reasons { fit label points } }';
const ranked = async (who: Somebody, id = need) => (await reads(who, 'need', id, SHOWN))!['matches'] as Shown[];

describe('What could answer a need', () => {
  it('is ranked by kind, category, area, time and what the unit has kept', async () => {
    const found = await ranked(people.worker);
    expect(found.map(({ offer, score }) => [offer.title, score])).toEqual([
      ['履约良好的单位', 100],
      ['本社区的场地', 95],
      ['同样合适的场地', 95],
      ['全镇街的场地', 89],
      ['不限类别的场地', 85],
      ['周六不开放的场地', 81],
      ['已被预约的场地', 75],
      ['同类别的服务', 65],
    ]);
  });

  it('says why, in words that people read, and the points of the reasons are the score', async () => {
    const found = await ranked(people.worker);
    expect(found[0]!['reasons'].map((reason: Shown) => reason['label'])).toEqual([
      ...['资源类型相符', '服务类别相符', '就在本社区', '所需时段开放且空闲', '以往预约履约良好'],
    ]);
    for (const { score, reasons } of found)
      expect((reasons as Shown[]).reduce((sum, { points }) => sum + (points as number), 0)).toBe(score);
    const fits = (title: string) =>
      found.find(({ offer }) => offer.title === title)!['reasons'].map((reason: Shown) => reason['fit']) as string[];
    expect(fits('周六不开放的场地')[3]).toBe('CLOSED_THEN');
    expect(fits('已被预约的场地')[3]).toBe('TAKEN');
    expect(fits('全镇街的场地')[2]).toBe('WHOLE_STREET');
    expect(fits('同类别的服务')[0]).toBe('OTHER_KIND');
  });

  it('is the same, however often one asks; of equals the one that was offered first comes first', async () => {
    const first = await ranked(people.worker);
    for (let again = 0; again < 3; again += 1) expect(await ranked(people.reviewer)).toEqual(first);
    expect(first[1]!['offer'].id).toBe(ids['best']);
    expect(first[2]!['offer'].id).toBe(ids['twin']);
  });

  it('is answered by one statement, and for those who may accept it only', async () => {
    const asked = () => people.worker.reads(`query ($id: ID!) { need(id: $id) { ${SHOWN} } }`, { id: need });
    await asked();
    const statements = await people.world.statements(asked);
    expect(statements.filter((text) => !text.includes('FROM session s'))).toHaveLength(1);
    for (const who of [people.liaison, people.grid]) expect(await ranked(who)).toEqual([]);
  });
});
