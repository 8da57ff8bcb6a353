import { LIGHTS } from './lights.ts';

/** Words of what narrows a list. */
export const FILTERS = {
  narrow: '筛选',
  narrowed: '筛选（已选条件）',
  clear: '清除条件',
  state: '状态',
  light: '灯色',
  scope: '范围',
  lights: { RED: LIGHTS.RED.word, YELLOW: LIGHTS.YELLOW.word, GREEN: LIGHTS.GREEN.word },
  ours: '本单位的',
  running: '未结束的',
  allSeen: '全部可见的',
  ownPlace: (label: string) => `${label}（全部）`,
  total: (count: number) => `共${String(count)}项`,
} as const;
