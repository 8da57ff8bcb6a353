import { expect, it } from '@jest/globals';
import { labelOf, liesIn, pathOf, placesOf } from './code.ts';

const NOWHERE = { district: null, street: null, community: null, grid: null };
const district = '610303000000';
const street = '610303001000';
const community = '610303001002';
const grid = '610303001002001';

// prettier-ignore
it.each([
  ['610000000000',       {}],
  ['610300000000',       {}],
  [district,             { district }],
  [street,               { district, street }],
  [community,            { district, street, community }],
  [grid,                 { district, street, community, grid }],
  ['610303001002001004', { district, street, community, grid }],
])('reads the places of %s from the code', (code, places) => {
  expect(placesOf(code)).toEqual({ ...NOWHERE, ...places });
});

it('leads from the district down to the division itself', () => {
  expect(pathOf('610303001002001004')).toEqual([district, street, community, grid, '610303001002001004']);
  expect(pathOf('610300000000')).toEqual([]);
});

// prettier-ignore
it.each([
  [community, street,         true],
  [street,    street,         true],
  [grid,      district,       true],
  [community, '610303002000', false],
  [street,    community,      false],
])('%s lies in %s: %s', (code, scope, lies) => {
  expect(liesIn(code, scope)).toBe(lies);
});

// prettier-ignore
it.each([
  ['曙光路西社区居委会', '',                     community,      '曙光路西社区'],
  ['金星村委会',         '',                     '610303100201', '金星村'],
  ['中山东路街道',       '',                     street,         '中山东路街道'],
  ['第一网格',           '曙光路西社区',         grid,           '曙光路西社区第一网格'],
  ['3号楼',              '曙光路西社区第一网格', `${grid}003`,   '曙光路西社区第一网格3号楼'],
])('%s is read as it is called', (name, parent, code, label) => {
  expect(labelOf(name, parent, code)).toBe(label);
});
