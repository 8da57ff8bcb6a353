/** The published password of every account of the demo world. Nothing of it is ever in production. */
export const DEMO_PASSWORD = 'yanshi-gongzhi-610303';

/** Somebody whom the page of the demo names. */
export interface ShownAccount {
  readonly role: string;
  readonly name: string;
  readonly where: string;
  readonly login: string;
  readonly password: string | null;
}

// 199 0000 ....: invented, in a range in which nobody is reached by accident; no message is ever sent in the demo.
/** The invented mobile number of the n-th resident. */
export const phoneOf = (n: number): string => String(19_900_000_000 + n);

const DIGITS = '零一二三四五六七八九';
const SURNAMES = [...'张李王赵刘陈杨黄周吴徐孙马朱胡郭何高林罗'];

/** 张演示一, 李示例二三: a name that says that nobody bears it. `n` counts from 0. */
export function inventedName(word: '演示' | '示例', n: number): string {
  const turn = String(Math.floor(n / SURNAMES.length) + 1);
  return `${SURNAMES[n % SURNAMES.length]!}${word}${[...turn].map((digit) => DIGITS[Number(digit)]).join('')}`;
}
