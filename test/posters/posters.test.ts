import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { qrOf } from '../../api/src/platform/http/qr.ts';
import { COMMUNITY, STREET, World } from '../support/world.ts';

let world: World;
beforeAll(async () => void (world = await World.open()));
afterAll(() => world.close());

const page = async (path: string) => {
  const answer = await fetch(`${world.app.url}/posters/${path}`);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const count = (text: string, part: string) => text.split(part).length - 1;

describe('posters', () => {
  test('lead residents to the page on which they order, the place filled in', async () => {
    const { status, headers, text } = await page(`communities/${COMMUNITY}`);
    const address = `${world.app.url}/r/?community=${COMMUNITY}`;
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).toContain(qrOf(address).path);
    expect(text).toContain(address);
    expect(text).toContain('size: A4');
    expect(text).not.toContain('<script');
  });

  test('name a station in the community, and fill it in too', async () => {
    const { text } = await page(`communities/${COMMUNITY}?at=${encodeURIComponent('<演示驿站>')}`);
    expect(text).toContain('&lt;演示驿站&gt;');
    expect(text).not.toContain('<演示驿站>');
    const address = `${world.app.url}/r/?community=${COMMUNITY}&at=${encodeURIComponent('<演示驿站>')}`;
    expect(text).toContain(qrOf(address).path);
  });

  test('of a whole street come a sheet a community', async () => {
    const { text } = await page(`streets/${STREET}`);
    const sql = `SELECT count(*)::int AS n FROM division WHERE parent_code = $1`;
    const { rows } = await world.sql.query(sql, [STREET]);
    expect(count(text, 'class="sheet"')).toBe((rows[0] as { n: number }).n);
  });

  test.each([['communities/610303999999'], ['streets/1'], [`communities/${STREET}`], [`streets/${COMMUNITY}`]])(
    'of what is no such place there is none: %s',
    async (path) => expect((await page(path)).status).toBe(404),
  );

  test('keep the quiet zone around the code, so that phones find it', async () => {
    const { across, path } = qrOf('http://gongzhi.example/r/?community=610303001002');
    const side = across * 4;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(across)} ${String(across)}" width="${String(side)}" height="${String(side)}"><rect width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`;
    const { data } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true });
    const dark = (x: number, y: number) => data[y * side + x]! < 128;
    expect(dark(4 * 4 - 2, 4 * 4 - 2)).toBe(false);
    expect(dark(4 * 4 + 2, 4 * 4 + 2)).toBe(true);
  });
});
