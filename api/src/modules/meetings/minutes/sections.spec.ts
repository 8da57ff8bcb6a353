import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differences, proposal, revised, type Section } from './sections.ts';

const text = (...texts: string[]): Section[] =>
  texts.map((one, index) => ({ key: `k${String(index)}`, heading: null, text: one }));

it('revises what is named and keeps the rest', () => {
  const { sections, unknown } = revised(text('甲', '乙'), new Map([['k1', '丙']]));
  expect([sections.map((one) => one.text), unknown]).toEqual([['甲', '丙'], null]);
  expect(revised(text('甲'), new Map([['k7', '丙']])).unknown).toBe('k7');
});

it.each([
  ['nobody', ['甲'], ['甲'], ['甲'], [], '甲'],
  ['they', ['甲'], ['乙'], ['甲'], [['k0', false]], '乙'],
  ['I', ['甲'], ['甲'], ['丙'], [['k0', false]], '丙'],
  ['both alike', ['甲'], ['乙'], ['乙'], [['k0', false]], '乙'],
  ['both', ['甲'], ['乙'], ['丙'], [['k0', true]], '乙\n丙'],
] as const)('when %s changed a part', (_who, before, theirs, mine, changed, joined) => {
  const stands = { before: text(...before), theirs: text(...theirs), mine: text(...mine) };
  expect(differences(stands).map(({ key, torn }) => [key, torn])).toEqual(changed);
  expect(proposal(stands)[0]!.text).toBe(joined);
});

it('proposes a text that holds what either wrote', () => {
  const texts = fc.array(fc.constantFrom('甲', '乙', '丙'), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(texts, texts, texts, (before, theirs, mine) => {
      const stands = { before: text(...before), theirs: text(...theirs), mine: text(...mine) };
      for (const [index, { text: proposed }] of proposal(stands).entries()) {
        if (theirs[index] !== before[index]) expect(proposed).toContain(theirs[index]);
        if (mine[index] !== before[index]) expect(proposed).toContain(mine[index]);
      }
    }),
  );
});
