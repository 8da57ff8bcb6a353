import { expect, it } from '@jest/globals';
import { maskAddress, maskName, maskPhone } from './mask.ts';

it.each([
  ['王小明', '王**'],
  ['王明', '王*'],
  ['王', '王*'],
  ['欧阳小明', '欧**'],
  ['阿卜杜拉·买买提·伊敏江', '阿**'],
  ['𠮷田', '𠮷*'], // outside the basic plane: never cut in half
  ['', '*'],
])('name %j -> %j', (name, masked) => {
  expect(maskName(name)).toBe(masked);
  expect(maskName(name).isWellFormed()).toBe(true);
});

it.each([
  ['13912345678', '139****5678'],
  ['09171234567', '*********67'], // a landline of 11 digits is no mobile
  ['0917123456', '********56'],
  ['1', '1'],
  ['', ''],
])('phone %j -> %j', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

it.each([
  ['3号楼2单元501', '***'],
  ['', ''],
])('address %j -> %j', (address, masked) => expect(maskAddress(address)).toBe(masked));
