import { needVerb } from '../need.case.ts';
import { needFields, refuseTime } from '../need.input.ts';
import { saidOf } from '../need.input.ts';

export const edit = needVerb('edit', {
  label: '修改需求',
  about: 'Mends what was taken down, before the review. What was sent back is reviewed again.',
  input: needFields,
  async effect({ row, input, viewer, transaction }) {
    refuseTime(input.wantedFrom, input.wantedUntil, transaction.now);
    Object.assign(row, await saidOf(input, viewer, transaction), { sentBackAt: null });
  },
});
