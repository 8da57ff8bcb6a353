/** Colours of duties, each with a sign and a word: nobody needs to see colours. */
export const LIGHTS = {
  GREEN: { word: '绿灯', about: '时限内', sign: '●' },
  YELLOW: { word: '黄灯', about: '临近期限', sign: '▲' },
  RED: { word: '红灯', about: '超过期限', sign: '■' },
} as const;
