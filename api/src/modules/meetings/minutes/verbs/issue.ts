import type { Case } from '../../../../platform/process/case.ts';
import { nextInSeries } from '../../../../platform/process/serial.ts';
import { meetingVerb } from '../../meeting/meeting.case.ts';
import { yearOf } from '../../meeting/meeting.times.ts';
import { resolutionCase } from '../../resolution/resolution.case.ts';
import { keepRecord, recordFor, seriesOf } from '../issuing.ts';
import { refuseIncomplete, resolutionsOf } from '../resolutions.ts';

const RESOLUTION = resolutionCase as unknown as Case;

/** 印发: from here on nothing of it changes. What was resolved is dispatched with it. */
export const issue = meetingVerb('issue', {
  label: '印发纪要',
  about: 'The minutes are issued under the next number of the convener’s year, hashed, and cannot be changed any more.',
  asks: ({ subject, transaction }) => resolutionsOf(subject.id, transaction),
  async effect({ row, asked: resolutions, now, transaction }) {
    refuseIncomplete(resolutions, '印发');
    const year = yearOf(now);
    const seq = await nextInSeries(transaction, seriesOf(row.convenerCode, year));
    const record = await recordFor(row, { year, seq, resolutions }, transaction);
    const digest = keepRecord(record, transaction);
    Object.assign(row, { minutesNumber: record.number, issuedAt: now });
    return {
      data: { number: record.number, n: record.n, digest, resolutions: resolutions.length },
      also: resolutions.map(({ id }) => ({ of: RESOLUTION, subjectId: id, action: 'dispatch' })),
    };
  },
});
