import type { AppointmentRow } from './appointment.row.ts';

/** Nobody is nominated any more; a unit that was asked stays asked. Returns who was. */
export function clearNominee(row: AppointmentRow, remark: string): string | null {
  const { personId, homeUnitId } = row;
  const home = row.homeUnitNamed ? homeUnitId : null;
  Object.assign(row, { personId: null, consentOn: null, homeUnitId: home, remark });
  return personId ?? null;
}
