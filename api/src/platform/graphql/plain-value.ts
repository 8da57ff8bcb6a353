/** What is wrong with a value that came as JSON: a Chinese sentence, or null. */
export type FaultSentence = string | null;

const MAX_DEPTH = 12;
const MAX_NODES = 2000;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Looks through a parsed JSON value (variables, extensions): at most 12 levels and 2,000 values, no key that reaches an
 * object's prototype, no NUL and no half of a surrogate pair, which PostgreSQL cannot keep. For HTTP and WebSocket alike.
 */
export function faultInValue(value: unknown): FaultSentence {
  const waiting: [value: unknown, depth: number][] = [[value, 0]];
  for (let seen = 0; seen < waiting.length; seen++) {
    const [next, depth] = waiting[seen]!;
    if (waiting.length > MAX_NODES) return `提交的内容太多，最多${MAX_NODES}项，请分次提交。`;
    const fault = typeof next === 'string' ? faultInText(next) : isObject(next) && faultInObject(next, depth);
    if (fault) return fault;
    if (isObject(next)) for (const inner of Object.values(next)) waiting.push([inner, depth + 1]);
  }
  return null;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const faultInText = (text: string): FaultSentence =>
  isPlainText(text) ? null : '提交的文字里有无法保存的字符，请删除后重试。';

/** Can the text be kept: no NUL, no lone surrogate. */
export function isPlainText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function faultInObject(object: object, depth: number): FaultSentence {
  if (depth >= MAX_DEPTH) return `提交的内容嵌套太深，最多${MAX_DEPTH}层，请减少层数。`;
  if (Array.isArray(object)) return null;
  const keys = Object.keys(object);
  if (keys.some((key) => FORBIDDEN_KEYS.has(key))) return '提交的内容里有不允许的字段名，请删除后重试。';
  return keys.every(isPlainText) ? null : '提交的字段名里有无法保存的字符，请删除后重试。';
}
