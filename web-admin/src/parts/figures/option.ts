import type { EChartsCoreOption } from 'echarts/core';
import { BOARD } from '../../texts/figures.ts';
import { say, sayRow } from './say.ts';
import type { Colour, Series, Shown } from './series.ts';

/** Colours of words, lines and bars in the present look. */
export interface Palette {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly surface: string;
  readonly of: Readonly<Record<Colour, string>>;
}

const LIGHT: Palette['of'] = { plain: '#2f6fb0', second: '#8a5a00', red: '#c4202f', yellow: '#d99a00', green: '#2e8b57', grey: '#8c8c8c' }; // prettier-ignore
const DARK: Palette['of'] = { plain: '#6aa9e6', second: '#e0b15c', red: '#f0616d', yellow: '#e8b93a', green: '#5fbf85', grey: '#9a9a9a' }; // prettier-ignore

export const paletteOf = (dark: boolean): Palette =>
  dark
    ? { ink: '#e8e8e8', soft: '#b8b8b8', line: '#424242', surface: '#1a1a1c', of: DARK }
    : { ink: '#1f1f1f', soft: '#595959', line: '#d9d9d9', surface: '#ffffff', of: LIGHT };

const FONT = '"Microsoft YaHei", "PingFang SC", "Noto Sans SC Variable", sans-serif';
const USUAL: readonly Colour[] = ['plain', 'second', 'green', 'grey'];

/** What the chart draws of what is shown. */
export const drawnOf = ({ rows, series, most = rows.length, ticks = rows, ...rest }: Shown): Shown => ({
  ...rest,
  rows: rows.slice(0, most),
  ticks: ticks.slice(0, most),
  series: series.filter(({ tableOnly }) => !tableOnly).map((one) => ({ ...one, values: one.values.slice(0, most) })),
});

/** Said of a chart to whoever does not see it. */
function described(title: string, { rows, series }: Shown): string {
  const said = rows.map((row, n) => `${row}：${series.map((one) => `${one.label}${sayRow(one, n)}`).join('，')}`); // prettier-ignore
  return BOARD.aria(title, said.slice(0, 20).join('；'));
}

export function optionOf(title: string, shown: Shown, palette: Palette): EChartsCoreOption {
  const { rows, ticks = rows, series, lying = false } = shown;
  const text = { color: palette.soft, fontFamily: FONT, fontSize: 13 };
  const names = { type: 'category', data: [...ticks], inverse: lying, axisLabel: { ...text, ...(lying && { width: 132, overflow: 'truncate' }) }, axisTick: { show: false }, axisLine: { lineStyle: { color: palette.line } } }; // prettier-ignore
  const values = valueAxes(series, palette, text);
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    aria: { enabled: true, label: { description: described(title, shown) }, decal: { show: true } },
    grid: { left: 4, right: lying && hasRoom(shown) ? 44 : 12, top: series.length > 1 ? 36 : 12, bottom: 4, containLabel: true },
    legend: { show: series.length > 1, top: 0, left: 0, itemWidth: 18, itemHeight: 12, textStyle: { ...text, color: palette.ink } },
    tooltip: tooltipOf(shown, palette),
    ...(lying ? { xAxis: values, yAxis: names } : { xAxis: names, yAxis: values }),
    series: series.map((one, n) => drawn(one, n, { palette, said: lying && hasRoom(shown) })),
  };
} // prettier-ignore

/** Beside thin bars numbers would stand on each other; pointing and the table say them. */
const hasRoom = ({ rows, series }: Shown) => series.length === 1 || rows.length * series.length <= 10;

function valueAxes(series: readonly Series[], { line }: Palette, text: object): object | object[] {
  const axis = (percent: boolean, grid: boolean) => ({
    ...{ type: 'value', axisLabel: { ...text, hideOverlap: true, formatter: percent ? '{value}%' : '{value}' } },
    ...{ splitLine: { show: grid, lineStyle: { color: line } }, ...(percent ? { min: 0, max: 100 } : { minInterval: 1 }) },
  }); // prettier-ignore
  const bars = axis(
    series.every(({ measure }) => measure === 'percent'),
    true,
  );
  return series.some((one) => one.line) ? [bars, axis(true, false)] : bars;
}

function tooltipOf({ rows, series }: Shown, { surface, ink, line }: Palette): object {
  return {
    ...{ trigger: 'axis', axisPointer: { type: 'shadow' }, confine: true, renderMode: 'richText' },
    ...{ backgroundColor: surface, borderColor: line, textStyle: { color: ink, fontFamily: FONT, fontSize: 13 } },
    formatter: (points: readonly { readonly dataIndex: number }[]) => {
      const n = points[0]?.dataIndex ?? 0;
      const lines = series.map((one) => `${one.label}：${sayRow(one, n)}`);
      return [rows[n], ...lines].join('\n');
    },
  };
}

interface Drawing {
  readonly palette: Palette;
  /** Are the values written beside the bars? */
  readonly said: boolean;
}

function drawn(one: Series, n: number, { palette, said }: Drawing): object {
  const { label, values, colour = USUAL[n % USUAL.length]!, stack } = one;
  const shared = {
    ...{ name: label, data: [...values], ...(one.to && { cursor: 'pointer' }) },
    itemStyle: { color: palette.of[colour], borderColor: palette.surface, borderWidth: stack ? 1 : 0 },
  };
  return { ...shared, ...(one.line ? lineOf(palette.of[colour], n) : barOf(one, { palette, said })) };
}

/** Lines are told apart by their signs and strokes too. */
const lineOf = (color: string, n: number) => ({
  ...{ type: 'line', yAxisIndex: 1, connectNulls: true, symbol: n % 2 ? 'circle' : 'rect', symbolSize: 8 },
  lineStyle: { color, type: n % 2 ? 'solid' : 'dashed', width: 2 },
});

const barOf = ({ stack, measure }: Series, { palette, said }: Drawing) => ({
  ...{ type: 'bar', barMaxWidth: 26, ...(stack && { stack }) },
  label: {
    ...{ show: said && !stack, position: 'right', color: palette.ink, fontFamily: FONT, fontSize: 13 },
    formatter: ({ value }: { readonly value: number | null }) => (value === null ? '' : say(value, measure)),
  },
});
