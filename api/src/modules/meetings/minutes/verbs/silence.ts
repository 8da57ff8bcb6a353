import { meetingVerb } from '../../meeting/meeting.case.ts';
import { issueWhen, sign, standingOf } from '../signing.ts';

export const silence = meetingVerb('silence', {
  label: '逾期未签视为同意',
  about: 'Units that said nothing in time count as having agreed, and are marked so (默认).',
  asks: ({ subject, transaction }) => standingOf(subject.id, null, transaction),
  effect({ row, asked, now, transaction }) {
    const { missing } = asked!;
    sign(row, { unitIds: missing, kind: 'SILENT', personId: null }, transaction);
    row.silencedAt = now;
    return { unitIds: missing, data: { n: row.headN, units: [...missing] }, then: issueWhen(row, 0) };
  },
});
