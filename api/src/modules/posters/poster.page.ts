import { Html, html } from '../../platform/http/html.ts';
import { qrOf } from '../../platform/http/qr.ts';

/** One sheet. */
export interface Poster {
  /** The community, as people call it. */
  readonly place: string;
  /** The station or estate within it where the sheet hangs; '' for the community itself. */
  readonly at: string;
  readonly street: string;
  /** What the code says: where residents order. */
  readonly address: string;
}

/** Sheets to be printed, one a page of A4. */
export const posterPage = (title: string, posters: readonly Poster[]): Html =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p class="hint">
            共${posters.length}张，A4纸。请用浏览器的打印功能（Ctrl+P）打印，打印后先用手机扫一扫再张贴。
          </p>
          ${posters.map(sheet)}
        </main>
      </body>
    </html>`;

function sheet({ place, at, street, address }: Poster): Html {
  const { across, path } = qrOf(address);
  const named = at || place;
  return html`<section class="sheet" aria-label="${named}点单码">
    <p class="street">${at ? `${street} ${place}` : street}</p>
    <h2>${named}</h2>
    <p class="call">有事扫一扫，群众来点单</p>
    <svg viewBox="0 0 ${across} ${across}" role="img" aria-label="${named}点单二维码" shape-rendering="crispEdges">
      <rect width="${across}" height="${across}" fill="#fff" />
      <path d="${path}" fill="#000" />
    </svg>
    <ol>
      <li>用手机扫码，地点已为您填好</li>
      <li>写下要办的事，可以拍照片</li>
      <li>提交后，随时看办到哪一步</li>
    </ol>
    <p class="steps">群众点单 → 镇街审单 → 单位领单 → 群众评价</p>
    <p class="address">${address}</p>
  </section>`;
}

const STYLE = new Html(`
  @page { size: A4 portrait; margin: 0; }
  :root { color-scheme: light; font: 18px/1.5 "Microsoft YaHei", "PingFang SC", "Noto Sans SC", sans-serif; color: #1f1f1f; background: #e4e4e4; }
  body { margin: 0; }
  h1 { font-size: 1.4rem; margin: 1rem; }
  .hint { margin: 1rem; }
  .sheet { background: #fff; max-width: 210mm; min-height: 296mm; margin: 1rem auto; padding: 18mm 16mm; box-sizing: border-box; text-align: center;
    display: flex; flex-direction: column; align-items: center; justify-content: space-between; border-top: 10mm solid #b3122b; }
  .sheet p, h2 { margin: 0; overflow-wrap: anywhere; }
  .street { font-size: 7mm; color: #4a4a4a; }
  h2 { font-size: 15mm; line-height: 1.2; color: #b3122b; }
  .call { font-size: 9mm; font-weight: 700; }
  svg { width: 110mm; max-width: 100%; height: auto; }
  ol { margin: 0; padding: 0 0 0 1.4em; text-align: left; font-size: 7.5mm; }
  .steps { font-size: 6mm; color: #b3122b; font-weight: 700; }
  .address { font-size: 3.6mm; color: #4a4a4a; }
  @media (max-width: 210mm) { .sheet { padding: 8mm 6mm; } h2 { font-size: 9mm; } .call { font-size: 6mm; } ol { font-size: 5mm; } }
  @media print {
    :root { background: #fff; }
    h1, .hint { display: none; }
    .sheet { margin: 0; height: 296mm; break-after: page; break-inside: avoid; print-color-adjust: exact; }
    .sheet:last-child { break-after: auto; }
  }
`);
