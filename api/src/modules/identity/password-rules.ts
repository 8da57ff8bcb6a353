import { lengthOf } from '../../kernel/text.ts';
import { reasons } from './identity.reasons.ts';

// What people choose first, here and everywhere. Compared with what is left of a password without digits and signs.
const COMMON = new Set(
  `password passw passwd pass pwd admin administrator root user guest test demo welcome hello letmein login secret default changeme
  iloveyou monkey dragon master sunshine princess football superman qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc
  abc abcd abcdef abcdefg abcdefgh abcdefghij woaini woaiwojia woaizhongguo nihao zhongguo china beijing
  gongzhi shequ jiedao wangge zhengfu dangjian dangqun jumin fuwu guanli guanliyuan xitong anquan shenji wuye lianmeng
  baoji baojishi jintai jintaiqu shaanxi shanxi weibin chencang xian baojijintai jintaibaoji
  密码 管理员 系统管理员 安全管理员 审计管理员 宝鸡 宝鸡市 金台 金台区 宝鸡金台 宝鸡市金台区 陕西 陕西省 中国 我爱你 我爱中国 你好
  共治 社区 街道 网格 网格员 政府 党建 党群 居民 服务 物业 红色联盟 为人民服务 不忘初心 牢记使命`.split(/\s+/),
);
const ROWS = [
  '01234567890',
  '09876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn',
  '一二三四五六七八九十',
];

/**
 * Refuses a password that is easily guessed: length and lists, no rules of composition (NIST SP 800-63B, ASVS 6.2).
 * @param own what belongs to the person and must not be in it: user name, name, phone.
 */
export function checkPassword(password: string, own: readonly (string | null)[], path: readonly string[]): void {
  const text = password.normalize('NFKC');
  const length = lengthOf(text);
  if (length < 10) reasons.refuse('PASSWORD_TOO_SHORT', { path, values: { length } });
  if (length > 128) reasons.refuse('PASSWORD_TOO_LONG', { path, values: { length } });
  const small = text.toLowerCase();
  if (isCommon(small)) reasons.refuse('PASSWORD_COMMON', { path });
  if (own.some((part) => part !== null && lengthOf(part) > 1 && small.includes(part.toLowerCase()))) {
    reasons.refuse('PASSWORD_OWN_NAME', { path });
  }
}

function isCommon(small: string): boolean {
  const words = small.split(/[^\p{L}]+/u).filter((word) => word !== '');
  const letters = [small, unmasked(small)].map((text) =>
    text.replaceAll(/[^\p{L}]/gu, '').replace(/^(.+?)\1+$/u, '$1'),
  );
  return (
    new Set(small).size < 5 ||
    /^\d+$/.test(small) ||
    /^(.{1,5})\1+$/su.test(small) ||
    ROWS.some((row) => row.repeat(2).includes(small)) ||
    letters.some((word) => COMMON.has(word)) ||
    (words.length > 0 && words.length < 4 && words.every((word) => COMMON.has(word)))
  );
}

/** What signs and digits inside a word stand for: p@ssw0rd. Those around it stand for nothing. */
function unmasked(small: string): string {
  const inner = small.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [...inner].map((sign) => STANDS_FOR[sign] ?? sign).join('');
}

const STANDS_FOR: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  '@': 'a',
  $: 's',
  '!': 'i',
};
