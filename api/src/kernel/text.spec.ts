import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanLine, cleanName, cleanParagraphs, cleanPhone, lengthOf, searchForm } from './text.ts';

const at = (...points: number[]) => String.fromCodePoint(...points);
const hex = (text: string) => [...text].map((point) => point.codePointAt(0)!.toString(16)).join(' ');
const between = (mark: string) => `楼道${mark}灯坏了`;

describe('characters that are refused', () => {
  const refused: [string, string, string][] = [
    ...[0x00, 0x07, 0x08, 0x0b, 0x0c, 0x1b, 0x7f, 0x85, 0x9f, 0xfffe, 0xffff].map(
      (point) => ['control', at(point), 'INPUT_NOT_TEXT'] as [string, string, string],
    ),
    ['a high surrogate alone', '\ud842', 'INPUT_NOT_TEXT'],
    ['a low surrogate alone', '\udfb7', 'INPUT_NOT_TEXT'],
    ['surrogates in the wrong order', '\udfb7\ud842', 'INPUT_NOT_TEXT'],
    ...[0x200b, 0x200c, 0x200d, 0x2060, 0x2064, 0xfeff].map(
      (point) => ['zero width', at(point), 'INPUT_INVISIBLE'] as [string, string, string],
    ),
    ...[0x061c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069].map(
      (point) => ['bidi', at(point), 'INPUT_INVISIBLE'] as [string, string, string],
    ),
    ...[0xad, 0x34f, 0x115f, 0x1160, 0x180e, 0x3164, 0xffa0, 0xfff9, 0xe0001, 0xe0041, 0xe007f, 0xe0100].map(
      (point) => ['filler, tag or mark', at(point), 'INPUT_INVISIBLE'] as [string, string, string],
    ),
  ];
  it.each(refused.map(([kind, mark, fault]) => [kind, hex(mark), mark, fault]))('%s %s', (_, __, mark, fault) => {
    for (const text of [between(mark), `${mark}楼道`, `楼道${mark}`]) {
      expect(cleanParagraphs(text)).toEqual({ fault });
      expect(cleanLine(text)).toEqual({ fault });
      expect(cleanName(text)).toBeNull();
    }
  });

  it.each([
    ['a joiner between words', '楼\u200d道'],
    ['a joiner after a picture', '👨\u200d'],
    ['a joiner before a picture', '\u200d👨'],
    ['two joiners between pictures', '👨\u200d\u200d👩'],
    ['the flag of England, written in tags', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
  ])('%s', (_, text) => expect(cleanParagraphs(text)).toEqual({ fault: 'INPUT_INVISIBLE' }));
});

describe('what stays as it is', () => {
  it.each([
    ['a family', '谢谢👨‍👩‍👧‍👦帮忙'],
    ['a fire fighter with a skin tone', '👩🏽‍🚒'],
    ['a heart on fire', '❤️‍🔥'],
    ['a flag', '🇨🇳'],
    ['a rare character', '𠮷'],
    ['an extension G character', '\u{30edd}'],
    ['Chinese punctuation', '“三小场所”（消防）——3号楼，怎么办？'],
    ['Tibetan, Uyghur, Mongolian', 'བོད་ ئۇيغۇر ᠮᠣᠩᠭᠣᠯ'],
    ['markup, which is text', "<script>alert(1)</script> {{x}} ' OR 1=1 --"],
  ])('%s', (_, text) => {
    expect(cleanLine(text)).toBe(text);
    expect(cleanParagraphs(text)).toBe(text);
  });
});

describe('the one normal form', () => {
  it.each([
    ['\u3000 楼道灯\t 坏了 \n', '楼道灯 坏了', '楼道灯\t 坏了'],
    ['一\r\n二\r三\n四', '一 二 三 四', '一\n二\n三\n四'],
    ['一\u2028二\u2029三', '一 二 三', '一\n二\n三'],
    ['cafe\u0301', 'café', 'café'],
    ['\uf900', '豈', '豈'], // a compatibility character is the same character
    [' \t\r\n\u3000\u00a0', '', ''],
    ['１２３', '１２３', '１２３'], // width is kept in what people write
  ])('%j', (raw, line, paragraphs) => {
    expect(cleanLine(raw)).toBe(line);
    expect(cleanParagraphs(raw)).toBe(paragraphs);
  });

  it('is reached at once, and the database can hold it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (raw) => {
        const text = cleanParagraphs(raw);
        if (typeof text !== 'string') return;
        expect(cleanParagraphs(text)).toBe(text);
        expect(cleanLine(cleanLine(text) as string)).toBe(cleanLine(text));
        expect(text.isWellFormed() && !text.includes('\0') && !text.includes('\r')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

it.each([
  ['', 0],
  ['楼道', 2],
  ['𠮷', 1],
  ['👨‍👩‍👧', 5],
])('%j has %i characters', (text, length) => expect(lengthOf(text)).toBe(length));

describe('names', () => {
  it.each([
    ['王小明', '王小明'],
    [' 王小明\n', '王小明'],
    ['阿卜杜拉·买买提·伊敏江', '阿卜杜拉·买买提·伊敏江'],
    ['阿卜杜拉•买买提・伊敏江', '阿卜杜拉·买买提·伊敏江'],
    ['阿卜杜拉‧买买提．伊敏江', '阿卜杜拉·买买提·伊敏江'],
    ['𠮷田', '𠮷田'],
    ["O'Neill J. Smith-Jones", "O'Neill J. Smith-Jones"],
    ['Ren\u0065\u0301', 'René'],
    ['明'.repeat(50), '明'.repeat(50)],
    ['𠮷'.repeat(50), '𠮷'.repeat(50)],
  ])('%s', (raw, name) => expect(cleanName(raw)).toBe(name));

  it.each([
    '',
    '  ',
    '·',
    "-.'",
    '明'.repeat(51),
    '𠮷'.repeat(51),
    '王1明',
    '王１明',
    '王<明',
    '王_明',
    '王😀',
    '👨‍👩‍👧',
    '王\ufe0f明', // a variation selector is not seen
    '王,明',
    '王，明',
  ])('%j is no name', (raw) => expect(cleanName(raw)).toBeNull());
});

describe('telephones', () => {
  it.each([
    ['13912345678', '13912345678'],
    ['１３９１２３４５６７８', '13912345678'],
    ['+86 139-1234-5678', '13912345678'],
    ['＋８６　139 1234 5678', '13912345678'],
    ['8613912345678', '13912345678'],
    ['139–1234—5678', '13912345678'],
    ['（0917）3123456', '09173123456'],
    ['010-12345678', '01012345678'],
    ['029 8123 4567', '02981234567'],
  ])('%s -> %s', (raw, phone) => expect(cleanPhone(raw)).toBe(phone));

  it.each([
    '',
    '12345',
    '1391234567',
    '139123456789',
    '12912345678',
    '0861391234567',
    '3123456',
    '0917312345',
    '1391234567a',
    '139\u200b12345678',
    '\u202d13912345678\u202c',
    '139\u000012345678',
    '١٣٩١٢٣٤٥٦٧٨',
    '13912345678;13912345679',
  ])('%j is no number', (raw) => expect(cleanPhone(raw)).toBeNull());
});

it.each([
  ['ＡＢＣ１２', 'abc12'],
  ['Ａ座', 'a座'],
  ['㎡', 'm2'],
  ['ﾊﾟ', 'パ'],
])('%s is searched as %s', (text, form) => expect(searchForm(text)).toBe(form));
