import { flag, id, instant, int, optional } from '../../../../kernel/field.ts';
import type { Case } from '../../../../platform/process/case.ts';
import { standingOf } from '../../../../platform/process/admission.ts';
import { unitNameOf } from '../../../units/index.ts';
import { bookFor, orderFor } from '../need.answering.ts';
import { needCase, needVerb } from '../need.case.ts';
import { candidateFor, keepMatch } from '../need.matching.ts';
import { needReasons } from '../need.reasons.ts';

/** 对接: an offer is booked for the need, or an order is opened that its unit may claim. */
export const acceptMatch = needVerb('acceptMatch', {
  label: '对接资源',
  about: 'Books an offer that answers the need, or opens an order for what it asks.',
  keyed: true,
  input: {
    offerId: id('资源', 'One of those that could answer it.', 'offer'),
    from: optional(instant('开始时间', 'From when it is booked; when the need wants it, if left out.')),
    to: optional(instant('结束时间', 'Until when it is booked; as long as the need wants it, if left out.')),
    parts: optional(int('份数', 'How many parts of the offer; one, if left out.', 1, 10_000)),
    asOrder: optional(flag('转为点单', 'Opens an order for the street to review, instead of booking the offer.')),
  },
  async effect({ row, input, viewer, transaction }) {
    const candidate = await candidateFor(row, input.offerId, transaction);
    const found = { row, candidate, viewer, transaction };
    const answer = input.asOrder ? await orderFor(found) : await bookFor(found, input);
    keepMatch(row, { candidate, answer, personId: viewer.personId }, transaction);
    row.giverUnitId = candidate.unitId;
    const { title, score } = candidate;
    return { data: { text: title, offerId: input.offerId, score, ...answer } };
  },
  async otherwise({ row, transaction }) {
    if (!row.giverUnitId) return null;
    const holder = (await unitNameOf(transaction, row.giverUnitId)) ?? '其他单位';
    const standing = await standingOf(needCase as unknown as Case, row, transaction);
    return needReasons.refusal('NEED_ALREADY_MATCHED', { values: { holder }, standing });
  },
});
