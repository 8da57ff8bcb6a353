import { expect, it } from '@jest/globals';
import sharp from 'sharp';
import { checkInPoster } from './check-in-poster.ts';

const POSTER = {
  title: '演示联盟2026年第3次<联席>会议',
  when: '2026年11月20日14:00',
  place: '红色驿站',
  address: 'http://127.0.0.1:4000/meetings/1/sign-in?code=4711',
  ...{ code: '471 100', until: '14:02' },
};

it('is a drawing that says what, when, where and the code', () => {
  const svg = checkInPoster(POSTER);
  expect(svg).toContain('演示联盟2026年第3次&lt;联席&gt;会议');
  for (const said of [POSTER.when, POSTER.place, POSTER.code, '14:02前有效']) expect(svg).toContain(said);
});

it('has the three finder patterns of a code where they belong', async () => {
  const { data, info } = await sharp(Buffer.from(checkInPoster(POSTER))).greyscale().raw().toBuffer({ resolveWithObject: true });
  const dark = (x: number, y: number) => data[(y * info.width + x) * info.channels]! < 128;
  const size = /scale\(([\d.]+)\)/.exec(checkInPoster(POSTER))!;
  const module = Number(size[1]);
  const across = Math.round(600 / module) - 8;
  const at = (column: number, row: number) => dark(Math.round(100 + (column + 4.5) * module), Math.round(225 + (row + 4.5) * module));
  for (const [column, row] of [[3, 3], [across - 4, 3], [3, across - 4]] as const) {
    expect([at(column, row), at(column - 2, row), at(column - 3, row)]).toEqual([true, false, true]);
  }
  expect(at(across - 4, across - 1)).toBeDefined();
}); // prettier-ignore

it('is another code for another address', () => {
  expect(checkInPoster({ ...POSTER, address: `${POSTER.address}8` })).not.toBe(checkInPoster(POSTER));
});
