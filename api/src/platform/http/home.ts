import type { FastifyInstance } from 'fastify';
import { Html, html } from './html.ts';

/** Somebody whom one can be in the demo world. */
export interface DemoAccount {
  readonly role: string;
  readonly name: string;
  /** Where the role is held, e.g. 中山东路街道. */
  readonly where: string;
  readonly login: string;
  /** Null where one logs in by a code sent to the phone. */
  readonly password: string | null;
}

/** A text message that was not really sent. */
export interface SentCode {
  readonly phone: string;
  readonly code: string;
  readonly at: Date;
}

export interface Home {
  readonly version: string;
  /** Is everything in order right now? */
  readonly ready: () => Promise<boolean>;
  /** Present in demo mode only. */
  readonly demo?: {
    readonly demoAccounts: () => Promise<readonly DemoAccount[]>;
    readonly smsOutbox: () => readonly SentCode[];
  };
}

/** Serves a plain page at `/`: what runs here and, in the demo, who one can be. No scripts, nothing from elsewhere. */
export function mountHome(app: FastifyInstance, home: Home): void {
  app.get('/', async (_request, reply) => {
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    return reply.send((await homePage(home)).text);
  });
}

/** The page itself. */
export async function homePage(home: Home): Promise<Html> {
  const [ready, accounts] = await Promise.all([settled(home.ready), home.demo?.demoAccounts() ?? null]);
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>共治平台</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <main>
          <h1>共治平台</h1>
          <p>城区社区共建共治：群众点单、镇街审单、单位领单。</p>
          ${stateOf(home, ready)} ${accounts && accountsTable(accounts)}
          ${home.demo ? outboxTable(home.demo.smsOutbox()) : null}
        </main>
      </body>
    </html>`;
}

async function settled(ready: () => Promise<boolean>): Promise<boolean> {
  return ready().catch(() => false);
}

function stateOf({ version, demo }: Home, ready: boolean): Html {
  return html`<section aria-labelledby="state">
    <h2 id="state">运行情况</h2>
    <dl>
      <dt>状态</dt>
      <dd>
        ${ready ? html`<strong class="good">● 运行正常</strong>` : html`<strong class="bad">▲ 正在启动或暂时不可用</strong>`}
      </dd>
      <dt>版本</dt>
      <dd>${version}</dd>
      <dt>工作台</dt>
      <dd><a href="/console/">打开工作台</a>（镇街、社区、单位和管理人员）</dd>
      <dt>群众点单</dt>
      <dd><a href="/r/">打开点单页面</a>（居民，手机上使用）</dd>
      <dt>接口</dt>
      <dd><code>POST /graphql</code>（查询与办理）、<code>WebSocket /graphql</code>（实时通知）</dd>
      <dt>检查</dt>
      <dd><a href="/readyz">就绪检查</a>、<a href="/healthz">存活检查</a></dd>
      ${
        demo
          ? html`<dt>数据</dt>
              <dd>演示数据：人物、单位均为虚构，请勿填写真实个人信息。</dd>`
          : null
      }
    </dl>
  </section>`;
}

function accountsTable(accounts: readonly DemoAccount[]): Html {
  const rows = accounts.map(
    ({ role, name, where, login, password }) =>
      html`<tr>
        <th scope="row">${role}</th>
        <td data-label="姓名">${name}</td>
        <td data-label="所在">${where}</td>
        <td data-label="登录名"><code>${login}</code></td>
        <td data-label="密码">${password === null ? '用短信验证码登录' : html`<code>${password}</code>`}</td>
      </tr>`,
  );
  return html`<section aria-labelledby="accounts">
    <h2 id="accounts">演示账号</h2>
    <table>
      <caption>
        可以用下列任一身份登录体验，共${accounts.length}个
      </caption>
      ${headed(['身份', '姓名', '所在', '登录名', '密码'])}
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section>`;
}

function outboxTable(codes: readonly SentCode[]): Html {
  const rows = codes.map(
    ({ phone, code, at }) =>
      html`<tr>
        <th scope="row"><code>${phone}</code></th>
        <td data-label="验证码"><code>${code}</code></td>
        <td data-label="时间"><time datetime="${at.toISOString()}">${CLOCK.format(at)}</time></td>
      </tr>`,
  );
  return html`<section aria-labelledby="outbox">
    <h2 id="outbox">最近的短信验证码</h2>
    <p>演示环境不发送短信，验证码显示在这里。请求验证码后请<a href="/">刷新本页</a>。</p>
    ${
      codes.length === 0
        ? html`<p>目前没有验证码。</p>`
        : html`<table>
            ${headed(['手机号', '验证码', '时间'])}
            <tbody>
              ${rows}
            </tbody>
          </table>`
    }
  </section>`;
}

function headed(columns: readonly string[]): Html {
  return html`<thead>
    <tr>
      ${columns.map((column) => html`<th scope="col">${column}</th>`)}
    </tr>
  </thead>`;
}

const CLOCK = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Shanghai' });

// Every pair of colours has a contrast of at least 7:1. On a phone each row of a table becomes a card.
const STYLE = new Html(`
  :root { color-scheme: light; font: 18px/1.6 "Microsoft YaHei", "PingFang SC", "Noto Sans SC", sans-serif; color: #1f1f1f; background: #fff; }
  body { margin: 0; }
  main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 2rem; margin: 0; color: #9c0c1f; }
  h2 { font-size: 1.35rem; margin: 2rem 0 .5rem; }
  a { color: #0b4a8f; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; margin: 0; }
  dt { color: #4a4a4a; }
  dd { margin: 0; overflow-wrap: anywhere; }
  .good { color: #14532d; }
  .bad { color: #8a1c0c; }
  code { font: 1em ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
  table { border-collapse: collapse; width: 100%; }
  caption { text-align: left; color: #4a4a4a; padding-bottom: .5rem; }
  th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid #767676; }
  thead th { background: #f2f2f2; }
  @media (max-width: 40rem) {
    thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    tr { display: block; padding: .5rem 0; border-bottom: 1px solid #767676; }
    tbody th, td { display: block; padding: .1rem 0; border: 0; }
    td::before { content: attr(data-label) "："; color: #4a4a4a; }
  }
  @media print { :root { font-size: 11pt; } main { max-width: none; padding: 0; } tr { break-inside: avoid; } a { color: inherit; } }
`);
