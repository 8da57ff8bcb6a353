import { line, optional } from '../../../../kernel/field.ts';
import { needVerb } from '../need.case.ts';
import { needReasons } from '../need.reasons.ts';

export const review = needVerb('review', {
  label: '审核发布',
  about: 'The street puts the need on the list.',
  input: { remark: optional(line('审核意见', 'A word to whoever took it down.', { max: 200 })) },
  effect({ row, input, viewer, now }) {
    if (row.sentBackAt) needReasons.refuse('NEED_SENT_BACK');
    Object.assign(row, { reviewerId: viewer.personId, publishedAt: now });
    return { data: { text: input.remark } };
  },
});
