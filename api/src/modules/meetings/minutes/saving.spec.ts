import { expect, it } from '@jest/globals';
import { placed } from './saving.ts';
import type { KeptVersion } from './versions.ts';

const version = (n: number, texts: readonly string[], more: Partial<KeptVersion> = {}): KeptVersion => ({
  ...{ n, at: new Date(n * 1000), by: `示例${String(n)}`, open: false, origin: n },
  sections: texts.map((text, index) => ({ key: `k${String(index)}`, heading: null, text })),
  ...more,
});
const save = (basedOn: number, texts: Record<string, string>, merges: number | null = null) => ({
  ...{ basedOn, merges, texts: new Map(Object.entries(texts)) },
});
const LINE = [version(1, ['甲', '乙']), version(2, ['甲改', '乙'])];

it('goes on from the head', () => {
  const { n, branch, sections, changed, conflict } = placed(save(2, { k1: '乙改' }), 2, LINE);
  expect([n, branch, sections.map(({ text }) => text), changed, conflict]).toEqual([3, false, ['甲改', '乙改'], ['k1'], null]);
}); // prettier-ignore

it('keeps beside the head what was written over an older version, and says who changed what', () => {
  const { n, basedOn, branch, sections, conflict } = placed(save(1, { k0: '甲另改', k1: '乙改' }), 2, LINE);
  expect([n, basedOn, branch, sections.map(({ text }) => text)]).toEqual([3, 1, true, ['甲另改', '乙改']]);
  expect([conflict!.n, conflict!.head, conflict!.by]).toEqual([3, 2, '示例2']);
  expect(conflict!.sections).toEqual([
    { key: 'k0', heading: null, before: '甲', theirs: '甲改', mine: '甲另改', torn: true },
    { key: 'k1', heading: null, before: '乙', theirs: '乙', mine: '乙改', torn: false },
  ]);
  expect(conflict!.proposal.map(({ text }) => text)).toEqual(['甲改\n甲另改', '乙改']);
});

it('takes a branch up on the head', () => {
  const versions = [...LINE, version(3, ['甲另改', '乙改'], { open: true, origin: 1 })];
  expect(placed(save(2, { k0: '甲并' }, 3), 2, versions)).toMatchObject({ n: 4, basedOn: 2, merges: 3, branch: false });
});

it('goes on with the branch when the head has moved once more', () => {
  const versions = [...LINE, version(3, ['甲另改', '乙改'], { open: true, origin: 1 }), version(4, ['甲三改', '乙'])];
  const late = placed(save(2, { k0: '甲并' }, 3), 4, versions);
  expect(late).toMatchObject({ n: 5, basedOn: 3, merges: null, branch: true });
  expect(late.conflict!.sections[0]).toMatchObject({ before: '甲', theirs: '甲三改', mine: '甲并', torn: true });
});

it.each([
  ['a version that is not there', save(9, {}), 'MINUTES_VERSION_UNKNOWN'],
  ['a part that is not there', save(2, { k9: '丙' }), 'MINUTES_SECTION_UNKNOWN'],
  ['taking up what is no branch', save(2, {}, 1), 'MINUTES_BRANCH_CLOSED'],
] as const)('refuses %s', (_what, saved, code) => {
  expect(() => placed(saved, 2, LINE)).toThrow(expect.objectContaining({ code }));
});
