import { defineChoice } from '../../kernel/choice.ts';
import { enumOf } from '../graphql/enum.ts';

/** How a duty stands, as every case shows it. */
export const Light = enumOf(
  defineChoice('Light', '灯色 — How a duty stands against its limit.', {
    GREEN: ['绿灯', 'Less than 80 % of the time is used.'],
    YELLOW: ['黄灯', '80 to 100 % of the time is used.'],
    RED: ['红灯', 'The limit has passed.'],
  }),
);
