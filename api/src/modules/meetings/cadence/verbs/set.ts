import { id, int } from '../../../../kernel/field.ts';
import { scopeAt } from '../../../../kernel/viewer.ts';
import { defineVerb } from '../../../../platform/process/verb.ts';
import { Alliance, findAlliance } from '../../../alliance/index.ts';
import { liesIn } from '../../../divisions/index.ts';
import { cadenceReasons, PER_YEAR } from '../cadence.reasons.ts';

const SET = `INSERT INTO meeting_cadence (alliance_id, per_year, set_at) VALUES ($1, $2, $3)
  ON CONFLICT (alliance_id) DO UPDATE SET per_year = excluded.per_year, set_at = excluded.set_at`;

export const set = defineVerb({
  noun: 'meetingCadence',
  action: 'set',
  label: '设定例会节奏',
  about: 'Sets how many regular meetings a year an alliance of the street holds.',
  by: ['STREET_COMMITTEE'],
  input: {
    allianceId: id('红色联盟', 'The alliance.', 'alliance'),
    perYear: int('每年次数', 'Regular meetings a year: 1, 2, 4, 6 or 12.', 1, 12),
  },
  shows: { field: 'alliance', type: () => Alliance.type },
  async perform({ input, viewer, now, transaction }) {
    const { allianceId, perYear } = input;
    const path = ['input', 'allianceId'];
    const alliance =
      (await findAlliance(transaction, allianceId)) ?? cadenceReasons.refuse('CADENCE_ALLIANCE_UNKNOWN', { path });
    const street = scopeAt(viewer, 'street');
    if (street === null || !liesIn(alliance.divisionCode, street))
      cadenceReasons.refuse('CADENCE_NOT_YOURS', { path, values: { name: alliance.name } });
    if (!PER_YEAR.includes(perYear)) cadenceReasons.refuse('CADENCE_UNEVEN', { path: ['input', 'perYear'] });
    await transaction.rows('set-cadence', SET, [alliance.id, perYear, now]);
    const data = { divisionCode: alliance.divisionCode, allianceName: alliance.name, perYear };
    return { value: alliance, event: { subjectId: alliance.id, effect: { data } } };
  },
});
