import { describe, expect, it } from '@jest/globals';
import { type Home, homePage } from './home.ts';
import { html } from './html.ts';

const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><svg onload=alert(1)>',
  '<!--',
  '&lt;b&gt;',
  '\u202ecba',
];

const ordinary: Home = { version: '0.1.0', ready: async () => true };
const demoWith = (text: string): Home => ({
  version: text,
  ready: async () => true,
  demo: {
    demoAccounts: async () => [{ role: text, name: text, where: text, login: text, password: text }],
    smsOutbox: () => [{ phone: text, code: text, at: new Date(0) }],
  },
});

describe('the page at /', () => {
  it.each(ATTACKS)('shows %s as text', async (attack) => {
    const { text } = await homePage(demoWith(attack));
    const harmless = await homePage(demoWith('x'));
    const tags = (page: string) => page.match(/<[^>]*>/g);
    expect(tags(text)).toEqual(tags(harmless.text));
    expect(text).not.toContain('\u202e');
  });

  it('is short outside the demo and says how the house stands', async () => {
    const { text } = await homePage(ordinary);
    expect(text).toContain('运行正常');
    expect(text).not.toMatch(/演示|验证码|<table|<script|https?:\/\//);
    const failing = await homePage({ ...ordinary, ready: () => Promise.reject(new Error('down')) });
    expect(failing.text).toContain('暂时不可用');
  });

  it('has one heading of the first rank, a language and headed tables', async () => {
    const { text } = await homePage(demoWith('甲'));
    expect(text).toContain('<html lang="zh-CN">');
    expect(text.match(/<h1/g)).toHaveLength(1);
    expect(text.match(/scope="col"/g)).toHaveLength(8);
    expect(text).not.toMatch(/<script|https?:\/\//);
  });

  it('has no two colours closer than 4.5 : 1', async () => {
    const { text } = await homePage(ordinary);
    for (const colour of [...text.matchAll(/[^-]color: (#[0-9a-f]+)/g)].map(([, found]) => found!)) {
      expect(contrast(colour, '#ffffff')).toBeGreaterThan(4.5);
    }
    expect(contrast('#1f1f1f', '#f2f2f2')).toBeGreaterThan(4.5);
  });
});

it('html escapes everything but html', () => {
  expect(html`<p title="${'"'}">${[html`<b>${'<'}</b>`, 1, null]}</p>`.text).toBe('<p title="&quot;"><b>&lt;</b>1</p>');
});

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
