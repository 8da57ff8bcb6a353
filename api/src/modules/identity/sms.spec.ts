import { expect, it } from '@jest/globals';
import type { House } from '../../platform/house.ts';
import { smsOf, smsOutbox, useSms } from './sms.ts';

const aHouse = (demo: boolean) => {
  const lines: object[] = [];
  const state = { at: new Date('2026-11-23T01:00:00Z') };
  const log = { info: (line: object) => lines.push(line) };
  return { house: { config: { demo }, log, database: {}, now: () => state.at } as unknown as House, lines, state };
};

it('writes messages into the log with a masked phone, and shows a demo what was sent in the last five minutes', async () => {
  const { house, lines, state } = aHouse(true);
  await smsOf(house).send('13912345678', '您的验证码是123456');
  expect(lines).toEqual([{ phone: '139****5678', text: '您的验证码是123456' }]);
  expect(smsOutbox(house)).toEqual([
    { phone: '13912345678', text: '您的验证码是123456', code: '123456', at: state.at },
  ]);
  state.at = new Date('2026-11-23T01:05:00Z');
  expect(smsOutbox(house)).toEqual([]);
});

it('keeps nothing outside the demo, nor when the house has a gateway', async () => {
  const { house } = aHouse(false);
  await smsOf(house).send('13912345678', '您的验证码是123456');
  expect(smsOutbox(house)).toEqual([]);
  const sent: string[] = [];
  useSms(house, { send: async (phone) => void sent.push(phone) });
  await smsOf(house).send('13912345678', '您的验证码是123456');
  expect([sent, smsOutbox(house)]).toEqual([['13912345678'], []]);
});
