import { qrOf } from '../../../platform/http/qr.ts';

/** What hangs at the door, or stands on the screen, while people come in. */
export interface CheckInPoster {
  readonly title: string;
  /** Time and place, as people read them. */
  readonly when: string;
  readonly place: string;
  /** What the code says: the address under which whoever scans it signs in. */
  readonly address: string;
  /** For those who cannot scan: typed in instead. */
  readonly code: string;
  /** Until when both hold good, as people read it. */
  readonly until: string;
}

const SIDE = 600;

/** The poster as a drawing that prints sharp at any size; needs no font of its own. */
export function checkInPoster({ title, when, place, address, code, until }: CheckInPoster): string {
  const { across, path } = qrOf(address);
  const scale = SIDE / across;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1130" width="800" height="1130" role="img" aria-label="${escaped(`${title}签到码`)}">
<rect width="800" height="1130" fill="#fff"/>
<g font-family="'Microsoft YaHei','PingFang SC','Noto Sans SC',sans-serif" text-anchor="middle" fill="#1f1f1f">
${words(90, titleSize(title), title, '#c8102e')}
${words(150, 26, when)}
${words(190, 26, place)}
<g transform="translate(${String((800 - SIDE) / 2)} 225) scale(${scale.toFixed(4)})" shape-rendering="crispEdges"><path fill="#000" d="${path}"/></g>
${words(880, 30, '扫码签到')}
${words(955, 56, code, '#c8102e')}
${words(1010, 24, '不能扫码的，请在会议页面输入上面的签到码')}
${words(1060, 24, `${until}前有效，过时请刷新本页`)}
</g>
</svg>
`;
}

/** A long title is set smaller, so that it stays on the sheet. */
const titleSize = (title: string) => Math.max(20, Math.min(44, Math.floor(740 / title.length)));

const words = (y: number, size: number, said: string, colour?: string) =>
  `<text x="400" y="${String(y)}" font-size="${String(size)}"${colour ? ` fill="${colour}"` : ''}>${escaped(said)}</text>`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (said: string) => said.replaceAll(/[&<>"']/g, (one) => ESCAPES[one]!);
