import { describe, expect, it } from '@jest/globals';
import { defineChoice } from './choice.ts';
import * as field from './field.ts';
import { Refusal } from './refusal.ts';

const urgency = defineChoice('Urgency', 'How soon.', { URGENT: ['紧急', '.'], NORMAL: ['一般', '.'] });
const title = field.line('标题', 'What it is.', { max: 50 });
const body = field.paragraph('内容', 'What happened.', { max: 2000 });
const why = field.reason('Why.');
const UUID = '0199aa00-0000-7000-8000-0123456789ab';

/** What came of it: the value, or `CODE: sentence`. */
function outcome(of: field.Field, value: unknown): unknown {
  try {
    return of.parse(value, ['input', 'x']);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.path.slice(0, 2)).toEqual(['input', 'x']);
    expect(error.message).not.toMatch(/[{}]/);
    return error.code;
  }
}

describe('accepted, in the normal form', () => {
  it.each<[string, field.Field, unknown, unknown]>([
    ['line', title, ' 楼道灯\n坏了 ', '楼道灯 坏了'],
    ['line of 50', title, '灯'.repeat(50), '灯'.repeat(50)],
    ['line of 50 rare', title, '𠮷'.repeat(50), '𠮷'.repeat(50)],
    ['line with 50 after trimming', title, `${'灯'.repeat(50)}  `, '灯'.repeat(50)],
    ['paragraph', body, '一\r\n二', '一\n二'],
    ['paragraph with a family', body, '谢谢👨‍👩‍👧', '谢谢👨‍👩‍👧'],
    ['reason of 10', why, '不'.repeat(10), '不'.repeat(10)],
    ['name', field.personName('姓名', '.'), '阿卜杜拉•买买提', '阿卜杜拉·买买提'],
    ['phone', field.phone('电话', '.'), '１３９-1234-5678', '13912345678'],
    ['secret, as it is', field.secret('密码', '.'), ' p\u200b\u0000 ', ' p\u200b\u0000 '],
    ['one-time code', field.oneTimeCode('验证码', '.'), ' １２３ 456', '123456'],
    ['id', field.id('单位', '.', 'unit'), UUID.toUpperCase(), UUID],
    ['code', field.code('区划', '.', 'division'), '610303001000', '610303001000'],
    ['int, lowest', field.int('人数', '.', 1, 5), 1, 1],
    ['int, highest', field.int('人数', '.', 1, 5), 5, 5],
    ['flag', field.flag('公开', '.'), false, false],
    ['choice', field.choice('紧急程度', '.', urgency), 'URGENT', 'URGENT'],
    ['instant', field.instant('时间', '.'), '2026-11-23T08:00:00+08:00', new Date('2026-11-23T00:00:00Z')],
    ['instant without seconds', field.instant('时间', '.'), '2026-11-23T00:00Z', new Date('2026-11-23T00:00:00Z')],
    ['the first instant', field.instant('时间', '.'), '2000-01-01T00:00:00Z', new Date('2000-01-01T00:00:00Z')],
    ['instant as a date', field.instant('时间', '.'), new Date(Date.UTC(2026, 1, 1)), new Date(Date.UTC(2026, 1, 1))],
    ['date', field.date('日期', '.'), '2028-02-29', '2028-02-29'],
    ['many', field.many(title, { max: 2 }), ['a', 'b'], ['a', 'b']],
    ['many, none', field.many(title, { max: 2 }), null, []],
    ['optional, absent', field.optional(title), undefined, null],
    ['optional, blank', field.optional(title), ' \u3000', null],
    ['optional, given', field.optional(title), ' a ', 'a'],
    ['optional, false', field.optional(field.flag('公开', '.')), false, false],
    ['optional, 0', field.optional(field.int('人数', '.', 0, 5)), 0, 0],
  ])('%s', (_, of, value, expected) => expect(outcome(of, value)).toEqual(expected));
});

describe('refused', () => {
  const int = field.int('人数', '.', 0, 5);
  it.each<[string, field.Field, unknown, string]>([
    ['absent', title, undefined, 'INPUT_REQUIRED'],
    ['null', body, null, 'INPUT_REQUIRED'],
    ['blank', title, ' \u3000', 'INPUT_REQUIRED'],
    ['line of 51', title, '灯'.repeat(51), 'INPUT_TOO_LONG'],
    ['line of 51 rare', title, '𠮷'.repeat(51), 'INPUT_TOO_LONG'],
    ['reason of 9', why, ` ${'不'.repeat(9)} `, 'INPUT_TOO_SHORT'],
    ['NUL', body, 'a\0b', 'INPUT_NOT_TEXT'],
    ['half a character', title, '\ud842', 'INPUT_NOT_TEXT'],
    ['zero width', title, 'a\u200bb', 'INPUT_INVISIBLE'],
    ['name', field.personName('姓名', '.'), '王\u202e明', 'INPUT_NOT_NAME'],
    ['name of 51', field.personName('姓名', '.'), '明'.repeat(51), 'INPUT_NOT_NAME'],
    ['phone', field.phone('电话', '.'), '12345', 'INPUT_NOT_PHONE'],
    ['empty secret', field.secret('密码', '.'), '', 'INPUT_REQUIRED'],
    ['secret of 257', field.secret('密码', '.'), 'x'.repeat(257), 'INPUT_TOO_LONG'],
    ['code of 5 digits', field.oneTimeCode('验证码', '.'), '12345', 'INPUT_NOT_ID'],
    ['id', field.id('单位', '.', 'unit'), `${UUID}0`, 'INPUT_NOT_ID'],
    ['id with a line end', field.id('单位', '.', 'unit'), `${UUID}\n`, 'INPUT_NOT_ID'],
    ['nil id', field.id('单位', '.', 'unit'), '00000000-0000-0000-0000-000000000000', 'INPUT_NOT_ID'],
    ['public code', field.code('区划', '.', 'division'), "61' OR 1=1", 'INPUT_NOT_ID'],
    ['int below', int, -1, 'INPUT_NOT_IN_RANGE'],
    ['int above', int, 6, 'INPUT_NOT_IN_RANGE'],
    ['part of an int', int, 1.5, 'INPUT_NOT_IN_RANGE'],
    ['NaN', int, NaN, 'INPUT_NOT_IN_RANGE'],
    ['empty text as int', int, '', 'INPUT_NOT_IN_RANGE'],
    ['true as int', int, true, 'INPUT_NOT_IN_RANGE'],
    ['choice', field.choice('紧急程度', '.', urgency), 'LATER', 'INPUT_NOT_ID'],
    ['choice from the prototype', field.choice('紧急程度', '.', urgency), 'constructor', 'INPUT_NOT_ID'],
    ['no instant', field.instant('时间', '.'), 'soon', 'INPUT_NOT_TIME'],
    ['no such instant', field.instant('时间', '.'), new Date(NaN), 'INPUT_NOT_TIME'],
    ['instant of another century', field.instant('时间', '.'), '1999-12-31T23:59:59Z', 'INPUT_NOT_TIME'],
    ['instant of the next century', field.instant('时间', '.'), '2100-01-01T00:00:00Z', 'INPUT_NOT_TIME'],
    ['instant without zone', field.instant('时间', '.'), '2026-11-23T08:00:00', 'INPUT_NOT_TIME'],
    ['a day as instant', field.instant('时间', '.'), '2026-11-23', 'INPUT_NOT_TIME'],
    ['a number as instant', field.instant('时间', '.'), '2026', 'INPUT_NOT_TIME'],
    ['instant on 30 February', field.instant('时间', '.'), '2026-02-30T08:00:00Z', 'INPUT_NOT_TIME'],
    ['29 February of a common year', field.date('日期', '.'), '2026-02-29', 'INPUT_NOT_TIME'],
    ['month 13', field.date('日期', '.'), '2026-13-01', 'INPUT_NOT_TIME'],
    ['date in other words', field.date('日期', '.'), '2026/11/23', 'INPUT_NOT_TIME'],
    ['too many', field.many(title, { max: 2 }), ['a', 'b', 'c'], 'INPUT_TOO_MANY'],
    ['too few', field.many(title, { min: 1, max: 2 }), [], 'INPUT_TOO_FEW'],
    ['too few, absent', field.many(title, { min: 1, max: 2 }), null, 'INPUT_TOO_FEW'],
    ['twice after cleaning', field.many(title, { max: 2 }), ['a', ' a '], 'INPUT_TWICE'],
    ['fault inside', field.many(title, { max: 2 }), ['a', ''], 'INPUT_REQUIRED'],
    ['optional but wrong', field.optional(title), '灯'.repeat(51), 'INPUT_TOO_LONG'],
  ])('%s', (_, of, value, code) => expect(outcome(of, value)).toBe(code));
});

describe('parseInput', () => {
  const fields = { title, units: field.many(field.id('单位', '.', 'unit'), { max: 3 }), note: field.optional(body) };

  it('takes what is declared and nothing else', () => {
    expect(field.parseInput(fields, { title: ' a ', state: 'CLEARED', constructor: 1 })).toEqual({
      ...{ title: 'a', units: [], note: null },
    });
  });

  it.each([
    [{}, ['input', 'title'], '请填写“标题”。'],
    [{ title: '灯'.repeat(51) }, ['input', 'title'], '“标题”最多50个字，目前51个字。'],
    [{ title: 'a', units: [UUID, 'x'] }, ['input', 'units', '1'], '“单位”不是有效的编号，请从列表中重新选择。'],
    [{ title: 'a', note: 'a\0' }, ['input', 'note'], '“内容”里有无法保存的字符，请删除后重新填写。'],
  ])('names the place and says it in Chinese: %j', (input, path, sentence) => {
    expect(() => field.parseInput(fields, input)).toThrow(expect.objectContaining({ path, message: sentence }));
  });

  it('knows what may be left out', () => {
    const required = Object.entries(fields).filter(([, of]) => of.required);
    expect(required.map(([name]) => name)).toEqual(['title']);
    expect(field.many(title, { min: 1, max: 2 })).toMatchObject({ required: true, list: true });
  });
});
