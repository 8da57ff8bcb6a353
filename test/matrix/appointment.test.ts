import 'reflect-metadata';
import { appointmentProcess } from '../../api/src/modules/appointments/appointment/appointment.process.ts';
import { aBody, aSeat, opened, type AppointmentWorld } from '../support/appointment-world.ts';
import { matrixOf } from '../support/matrix-suite.ts';

const TERM = { starts_at: '2026-11-01T16:00:00Z', ends_at: '2027-10-31T16:00:00Z' };

matrixOf(appointmentProcess, {
  local: true,
  async open(people) {
    const { secretary, lead, liaison, otherLiaison } = people.all;
    const place = { ...people.all, world: people.world, secretary } as unknown as AppointmentWorld;
    const seatId = await aSeat(place, 'UNIT_MEMBER', await aBody(place));
    const id = await opened(place, seatId, { unitId: lead.who.scope });
    const filled = {
      ...{ person_id: liaison.who.id, consent_on: '2026-11-01', studied_on: '2026-11-01', opinion: '同意' },
      ...{ document_number: '演示党发〔2026〕12号', notice_place: '公示栏', notice_until: '2026-11-09T16:00:00Z' },
      ...{ starts_on: '2026-11-02', acting_person_id: otherLiaison.who.id, leave_until: '2026-11-20', ...TERM },
    };
    return { id, columns: () => filled, picks: { person: liaison.who.id } };
  },
});
