import { startOfDay } from '../../../../kernel/calendar.ts';
import { agreementVerb } from '../agreement.case.ts';
import { scanField, sign as signPaper } from '../agreement.signing.ts';
import { refuseOver } from '../agreement.term.ts';

export const sign = agreementVerb('sign', {
  label: '签署协议',
  about: 'The head of one side signs; when both have, it takes effect on its first day.',
  input: { scan: scanField },
  async effect({ row, input, viewer, now, transaction }) {
    refuseOver(row, now);
    const paper = { paper: 'AGREEMENT', n: row.versionNo, term: row, scan: input.scan, viewer } as const;
    const side = await signPaper(row, paper, transaction);
    const data = { side, n: row.versionNo, revision: row.revision };
    if (row.signedSide === null) {
      row.signedSide = side;
      return { data };
    }
    Object.assign(row, { signedSide: null, turnSide: null, inForceNo: row.versionNo });
    return { data, then: startOfDay(row.startsOn) <= now ? 'takeEffect' : undefined };
  },
});
