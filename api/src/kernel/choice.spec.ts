import { expect, it } from '@jest/globals';
import { defineChoice } from './choice.ts';

const urgency = defineChoice('Urgency', 'How soon.', {
  URGENT: ['紧急', 'Within a day.'],
  NORMAL: ['一般', 'In turn.'],
});

it('keeps the order in which it was declared', () => expect(urgency.keys).toEqual(['URGENT', 'NORMAL']));

it.each([
  ['URGENT', '紧急'],
  ['NORMAL', '一般'],
] as const)('%s is read as %s', (key, label) => expect(urgency.label(key)).toBe(label));
