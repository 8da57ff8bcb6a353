const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一, 十二, 二十: numbers of headings, up to 99. */
export function chineseNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : NUMERALS[tens]!}十`;
  return `${ten}${NUMERALS[ones]!}`;
}
