import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { create, read, Tempter, type Heard } from '../support/bad-input.ts';
import { anOrder, openOrderWorld, REASON, type OrderWorld } from '../support/order-world.ts';

let people: OrderWorld;
let tempter: Tempter;
beforeAll(async () => {
  people = await openOrderWorld();
  tempter = new Tempter(people);
});
afterAll(() => people.world.close());
const send = (body: string, token?: string) => tempter.send(body, token);
const expectRefused = (work: string | (() => Promise<Heard>), code: string | RegExp) =>
  tempter.expectRefused(work, code);

const HOLDERS = { title: 'line', content: 'paragraph', estate: 'line', door: 'line' } as const;
const NASTY: readonly (readonly [string, string, string | RegExp])[] = [
  ['NUL', '修\u0000灯', /BAD_USER_INPUT|INPUT_NOT_TEXT/],
  ['a control character', '修\u0007灯', 'INPUT_NOT_TEXT'],
  ['zero width', '修\u200b灯', 'INPUT_INVISIBLE'],
  ['a change of direction', '修\u202e灯', 'INPUT_INVISIBLE'],
  ['a tag character', '修\u{e0041}灯', 'INPUT_INVISIBLE'],
  ['far too many characters', '字'.repeat(2001), 'INPUT_TOO_LONG'],
];

describe.each(Object.keys(HOLDERS))('The field %s', (field) => {
  it.each(NASTY)('with %s is refused', (_title, text, code) => expectRefused(() => send(create({ [field]: text })), code));
  it('with a lone surrogate is refused', () =>
    expectRefused(() => send(create({ [field]: 'MARK' }).replace('MARK', String.raw`修\ud800灯`)), /BAD_USER_INPUT|INPUT_NOT_TEXT/));
}); // prettier-ignore

describe('Names and telephones', () => {
  const onBehalf = (more: object) => send(create({ residentName: '示例乙', residentPhone: '13900001111', channel: 'HALL', ...more }), people.community.who.token);
  it.each([
    ['name with zero width', { residentName: '示\u200b例' }, /INPUT_NOT_NAME|INPUT_INVISIBLE/],
    ['name with bidi', { residentName: '示\u202e例' }, /INPUT_NOT_NAME|INPUT_INVISIBLE/],
    ['name with markup', { residentName: '<b>示例</b>' }, 'INPUT_NOT_NAME'],
    ['name of 51', { residentName: '示'.repeat(51) }, 'INPUT_NOT_NAME'],
    ['name of a variation selector', { residentName: '\ufe0f' }, 'INPUT_NOT_NAME'],
    ['phone with letters', { residentPhone: '1390000111a' }, 'INPUT_NOT_PHONE'],
    ['phone of ten', { residentPhone: '1390000111' }, 'INPUT_NOT_PHONE'],
    ['Arabic digits', { residentPhone: '١٣٩٠٠٠٠١١١١' }, 'INPUT_NOT_PHONE'],
  ])('%s is refused', (_title, more, code) => expectRefused(() => onBehalf(more), code));
  it('full-width digits are understood', async () => {
    expect(await onBehalf({ residentPhone: '１３９　００００－２２２２' })).toMatchObject({ status: 200, code: '' });
    const { rows } = await people.world.sql.query(`SELECT contact_phone FROM orders WHERE on_behalf ORDER BY id DESC LIMIT 1`);
    expect(rows).toEqual([{ contact_phone: '139****2222' }]);
  });
}); // prettier-ignore

describe('Wrong types and ids', () => {
  it.each([
    ['a number for a text', create({ title: 5 }), 'BAD_USER_INPUT'],
    ['an object for a text', create({ title: { a: 1 } }), 'BAD_USER_INPUT'],
    ['a list for a text', create({ title: ['修路灯'] }), 'BAD_USER_INPUT'],
    ['a text for a flag', create({ publishConsent: 'yes' }), 'BAD_USER_INPUT'],
    ['null for what is needed', create({ title: null }), /BAD_USER_INPUT|INPUT_REQUIRED/],
    ['an unknown field', create({ state: 'CLEARED' }), 'BAD_USER_INPUT'],
    ['a wrong channel', create({ channel: 'PIGEON' }), 'BAD_USER_INPUT'],
    ['a wrong category', create({ category: 'NO_SUCH' }), 'ORDER_CATEGORY_UNKNOWN'],
    ['a category as SQL', create({ category: "x' OR 1=1" }), 'INPUT_NOT_ID'],
    ['a place that is none', create({ place: '999999999999' }), 'ORDER_PLACE_UNKNOWN'],
    ['a place that is a street', create({ place: '610303001000' }), 'ORDER_PLACE_UNKNOWN'],
    ['a time without a zone', create({ wishAt: '2026-11-05T10:00:00' }), /BAD_USER_INPUT|INPUT_NOT_TIME/],
    ['a day that does not exist', create({ wishAt: '2026-02-30T10:00:00Z' }), /BAD_USER_INPUT|INPUT_NOT_TIME/],
    ['the year 9999', create({ wishAt: '9999-01-01T00:00:00Z' }), /BAD_USER_INPUT|INPUT_NOT_TIME/],
    ['photos that are none', create({ photos: ['abc'] }), 'INPUT_NOT_ID'],
    ['photos of nobody', create({ photos: [randomUUID()] }), /FILE_/],
    ['a photo twice', create({ photos: ['018f0000-0000-7000-8000-000000000001', '018F0000-0000-7000-8000-000000000001'] }), 'INPUT_TWICE'],
    ['ten photos', create({ photos: Array.from({ length: 10 }, () => randomUUID()) }), 'INPUT_TOO_MANY'],
    ['a key that is too short', create({ idempotencyKey: 'a' }), 'IDEMPOTENCY_KEY_REQUIRED'],
    ['a key that is too long', create({ idempotencyKey: 'a'.repeat(201) }), 'IDEMPOTENCY_KEY_REQUIRED'],
    ['a key with a line break', create({ idempotencyKey: 'aaaaaaaa\nb' }), 'IDEMPOTENCY_KEY_REQUIRED'],
  ])('%s is refused', (_title, body, code) => expectRefused(() => send(body), code));

  it.each(['abc', '', '0', '018f0000-0000-7000-8000-000000000001', '018F0000-0000-7000-8000-00000000000', `'; DROP TABLE orders; --`])(
    'an order called %j is not found, and nothing is done to it',
    async (id) => {
      expect(await people.resident.order(id, 'id')).toBeNull();
      await expectRefused(() => send(read('mutation ($id: ID!) { orderSubmit(input: { orderId: $id }) { userErrors { code message } } }', { id })), 'NOT_FOUND');
    },
  );
}); // prettier-ignore

it('a reason of nine characters is refused, of ten is taken', async () => {
  const id = await anOrder(people, 'SUBMITTED');
  expect(await people.resident.isRefused('withdraw', id, { reason: '一二三四五六七八九' })).toMatchObject({ code: 'INPUT_TOO_SHORT', path: ['input', 'reason'] });
  expect(await people.resident.isRefused('withdraw', id, { reason: ` ${'　'.repeat(20)} ` })).toMatchObject({ code: 'INPUT_REQUIRED' });
  await people.resident.does('withdraw', id, { reason: REASON.slice(0, 10) });
}); // prettier-ignore
