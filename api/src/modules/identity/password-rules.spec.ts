import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../../kernel/refusal.ts';
import { checkPassword } from './password-rules.ts';

const codeOf = (password: string, own: string[] = ['wangxm', '示例王', '13912345678']) => {
  try {
    checkPassword(password, own, ['input', 'password']);
    return null;
  } catch (error) {
    return error instanceof Refusal ? error.code : error;
  }
};

describe('a password is refused when it', () => {
  it.each([
    ['is short', 'PASSWORD_TOO_SHORT', ['', 'a', '123456789', 'Aa1!Aa1!x', '清风明月九十九纸', '𠮷𠮷𠮷𠮷𠮷']],
    ['is very long', 'PASSWORD_TOO_LONG', ['清风 lamp '.repeat(20)]],
    [
      'is a row of keys or digits',
      'PASSWORD_COMMON',
      ['1234567890', '0987654321', 'qwertyuiop', '1qaz2wsx3edc', 'abcdefghijkl', '一二三四五六七八九十'],
    ],
    ['repeats itself', 'PASSWORD_COMMON', ['aaaaaaaaaa', '1212121212', 'abcabcabcabc', 'ab!9ab!9ab!9']],
    ['is all digits', 'PASSWORD_COMMON', ['19491001194910', '13800138000', '610303199001011234']],
    [
      'is what everybody takes',
      'PASSWORD_COMMON',
      [
        'Password123!',
        'P@ssw0rd2026',
        'admin@123456',
        'Admin888888!',
        'iloveyou1314',
        'woaini1314520',
        'Welcome2026!',
        'passwordpassword',
        'ｐａｓｓｗｏｒｄ１２３',
      ],
    ],
    [
      'is what everybody takes here',
      'PASSWORD_COMMON',
      [
        'baoji123456',
        'Jintai@2026',
        'BaoJi_JinTai_610303',
        'shequ888888',
        'gongzhi2026!',
        'dangjian@2026',
        '宝鸡金台610303!',
        '网格员2026123',
        'Baojishi0917!',
      ],
    ],
    [
      'holds something of its owner',
      'PASSWORD_OWN_NAME',
      ['my wangxm likes tea', '示例王的清风明月茶馆', 'call 13912345678 now'],
    ],
  ])('%s', (_, code, passwords) => {
    expect(passwords.map((password) => [password, codeOf(password)])).toEqual(
      passwords.map((password) => [password, code]),
    );
  });
});

it.each([
  '清风 lamp 九十九 paper',
  'correct horse battery staple',
  'tr0ub4dor&3xyz',
  '宝鸡的秋天来得特别早',
  'Xk7#pQ2!mZ9w',
  'admin of nothing but tea',
  '渭水东流去再也不回头',
])('takes %s', (password) => expect(codeOf(password)).toBeNull());
