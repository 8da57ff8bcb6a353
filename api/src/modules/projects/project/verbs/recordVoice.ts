import { int, paragraph } from '../../../../kernel/field.ts';
import { projectVerb } from '../project.case.ts';
import { keepVoice } from '../project.voices.ts';

export const recordVoice = projectVerb('recordVoice', {
  label: '记录群众评议',
  about: 'Takes down what people said who do not use the house: how many were asked, how many were satisfied.',
  input: {
    asked: int('征求意见人数', 'How many were asked.', 1, 100_000),
    pleased: int('满意人数', 'How many of them were satisfied.', 0, 100_000),
    text: paragraph('群众意见', 'What they said, and how they were asked. No names.', { min: 5, max: 500 }),
  },
  effect({ row, input, viewer, transaction }) {
    keepVoice(row, { ...input, personId: viewer.personId!, relayed: true }, transaction);
    return { data: { text: input.text, asked: input.asked, pleased: input.pleased } };
  },
});
