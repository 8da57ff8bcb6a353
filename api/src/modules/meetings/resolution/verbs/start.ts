import { optional, paragraph } from '../../../../kernel/field.ts';
import { resolutionVerb } from '../resolution.case.ts';

export const start = resolutionVerb('start', {
  label: '开始办理',
  about: 'The leading unit begins.',
  input: { text: optional(paragraph('工作安排', 'Who does what, and when.', { max: 1000 })) },
  effect: ({ input }) => ({ data: { text: input.text } }),
});
