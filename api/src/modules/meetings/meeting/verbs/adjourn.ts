import { optional, paragraph } from '../../../../kernel/field.ts';
import { quorumOf } from '../meeting.attendees.ts';
import { meetingVerb } from '../meeting.case.ts';
import { meetingReasons } from '../meeting.reasons.ts';
import { agendaOf } from '../meeting.topics.ts';
import { draftMinutes } from '../../minutes/drafting.ts';

const NAMED = 3;

export const adjourn = meetingVerb('adjourn', {
  label: '宣布散会',
  about:
    'Ends the meeting: every item has its outcome, and whether enough units came is on record. The first draft of the minutes is written.',
  input: { observers: optional(paragraph('列席人员', 'Who sat in beside the units.', { max: 1000 })) },
  asks: ({ subject, transaction }) =>
    Promise.all([agendaOf(subject.id, transaction), quorumOf(subject.id, transaction)]),
  async effect({ row, asked: [agenda, quorum], input, now, transaction }) {
    const left = agenda.filter(({ outcome }) => outcome === null).map(({ title }) => `“${title}”`);
    if (left.length > 0) {
      const titles = left.slice(0, NAMED).join('、') + (left.length > NAMED ? '等' : '');
      meetingReasons.refuse('MEETING_TOPICS_LEFT', { values: { count: left.length, titles } });
    }
    Object.assign(row, { adjournedAt: now, quorumReached: quorum.reached, observers: input.observers });
    await draftMinutes(row, transaction);
    return { data: { entitled: quorum.entitled, present: quorum.present, quorumReached: quorum.reached } };
  },
});
