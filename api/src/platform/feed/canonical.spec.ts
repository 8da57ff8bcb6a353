import { describe, expect, it } from '@jest/globals';
import { aFedEvent } from '../../../../test/support/events.ts';
import { canonical, GENESIS, linkHash } from './canonical.ts';
import { readCursor, spellCursor } from './cursor.ts';
import { eventOf, rowOf } from './fact.ts';
import { revocationOf } from './revocation.ts';

describe('the canonical spelling', () => {
  it('does not depend on the order of keys, on how letters are composed, or on what is undefined', () => {
    const one = { b: 'é', a: [1, { d: null, c: true }], at: new Date('2026-11-23T00:00:00.1Z') };
    const other = {
      at: new Date('2026-11-23T08:00:00.100+08:00'),
      a: [1, { c: true, d: null, e: undefined }],
      b: 'e\u0301',
    };
    expect(canonical(one)).toBe('{"a":[1,{"c":true,"d":null}],"at":"2026-11-23T00:00:00.100Z","b":"é"}');
    expect(canonical(other)).toBe(canonical(one));
  });

  it('changes with every field of an event', () => {
    const { seq: _seq, epoch: _epoch, ...event } = aFedEvent(1, { data: { a: 1 } });
    const hash = linkHash(GENESIS, event);
    for (const field of Object.keys(event))
      expect(linkHash(GENESIS, { ...event, [field]: ['other'] })).not.toEqual(hash);
    expect(linkHash(hash, event)).not.toEqual(hash);
    expect(eventOf(JSON.stringify(rowOf(event)))).toEqual(event);
  });
});

it('reads the cursors it spells, and nothing else', () => {
  expect(readCursor(spellCursor({ epoch: 7, seq: 12 }))).toEqual({ epoch: 7, seq: 12 });
  for (const text of ['', ':', '1', '1:', '1:-2', '1:2 ', '1:2:3', '１:２', '1e3:4'])
    expect(readCursor(text)).toBeNull();
});

it('knows which events take a right away', () => {
  const of = (noun: string, action: string) => revocationOf(aFedEvent(1, { noun, action, subjectId: 'x' }));
  expect([of('session', 'logout'), of('session', 'end'), of('post', 'end'), of('account', 'lock')]).toEqual(
    ['session', 'session', 'post', 'account'].map((noun) => ({ of: noun, id: 'x' })),
  );
  expect([of('session', 'start'), of('order', 'end'), of('__proto__', 'end')]).toEqual([null, null, null]);
});
