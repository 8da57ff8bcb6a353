import { orderVerb } from '../order.case.ts';
import { textField } from '../order.input.ts';

export const note = orderVerb('note', {
  label: '备注',
  about: 'Leaves a note for those who work on the order.',
  input: { text: textField('备注', 'The note.') },
  effect: ({ input }) => ({ data: { text: input.text } }),
});
