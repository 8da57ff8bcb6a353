import { dayOf } from '../../../../kernel/calendar.ts';
import { flag } from '../../../../kernel/field.ts';
import { unitOf } from '../../../../kernel/viewer.ts';
import { reasons } from '../../appointments.reasons.ts';
import type { SeatSource } from '../../seat/seat.choice.ts';
import { appointmentVerb } from '../appointment.case.ts';
import { personField } from '../appointment.input.ts';
import { refuseSender, refuseUnfit } from '../eligible.ts';

const SOURCE = 'SELECT s.source FROM seat s JOIN appointment a ON a.seat_id = s.id WHERE a.id = $1';

export const nominate = appointmentVerb('nominate', {
  label: '选派推荐',
  about: 'The unit sends somebody of its own into the community; the community somebody of its own into a unit.',
  input: {
    personId: personField('被推荐人', 'Who is sent; holds a post where they come from.'),
    consent: flag('本人同意', 'The person agrees to serve.'),
  },
  asks: ({ subject, transaction }) =>
    transaction.rows<{ source: SeatSource | null }>('source-of-seat', SOURCE, [subject.id]),
  async effect({ row, input, asked, viewer, now, transaction }) {
    if (!input.consent) reasons.refuse('APPOINTMENT_NO_CONSENT', { path: ['input', 'consent'] });
    const { communityCode } = row;
    if (row.direction === 'INBOUND') {
      row.homeUnitId = unitOf(viewer)!;
      const source = asked[0]?.source ?? null;
      await refuseSender({ unitId: row.homeUnitId, source, communityCode, path: [] }, transaction);
    }
    await refuseUnfit(row, { personId: input.personId, field: 'personId' }, transaction);
    Object.assign(row, { personId: input.personId, consentOn: dayOf(now), remark: null });
    return { data: { nomineeId: input.personId, homeUnitId: row.homeUnitId } };
  },
});
