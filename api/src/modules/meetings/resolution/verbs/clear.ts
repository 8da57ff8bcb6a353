import { flag, helped, id, line, optional, paragraph } from '../../../../kernel/field.ts';
import { resolutionVerb } from '../resolution.case.ts';
import { closeResolution } from '../resolution.closing.ts';
import { refuseUnread } from '../resolution.meeting.ts';
import { resolutionReasons } from '../resolution.reasons.ts';

/** 销号: read out at a later meeting without objection, or told by circular. */
export const clear = resolutionVerb('clear', {
  label: '销号',
  about: 'Closes it off under its serial number, once it was read out at a later meeting or told by circular.',
  input: {
    readOutAtId: helped(
      '宣读和书面通报任选一种',
      optional(id('宣读会议', 'The later meeting at which it was read out without objection.', 'meeting')),
    ),
    circular: helped(
      '宣读和书面通报任选一种',
      optional(
        paragraph('书面通报情况', 'Or: how and when the members were told in writing, and that nobody objected.', {
          min: 10,
          max: 1000,
        }),
      ),
    ),
    publicNotice: flag('向居民公示', 'The result is shown to the residents.'),
    notPublicReason: helped(
      '不公示时填写',
      optional(line('不公示理由', 'Why it is not shown.', { min: 10, max: 200 })),
    ),
  },
  async effect({ row, input, viewer, now, transaction }) {
    const { readOutAtId, circular, publicNotice, notPublicReason } = input;
    if ((readOutAtId === null) === (circular === null))
      resolutionReasons.refuse('RESOLUTION_HOW_CLEARED', { path: ['input', 'readOutAtId'] });
    if (readOutAtId !== null) await refuseUnread(readOutAtId, row, transaction);
    const notice = publicNotice ? ({ given: true } as const) : ({ given: false, reason: notPublicReason } as const);
    const voice = readOutAtId === null ? 'WINDOW_PASSED' : 'HEARD';
    row.serial = await closeResolution(row, { voice, notice }, viewer, transaction);
    Object.assign(row, { clearedAt: now, clearedMeetingId: readOutAtId, circular });
    return { data: { serial: row.serial, text: circular, readOutAtId, publicNotice, notPublicReason } };
  },
});
