import { id } from '../../../../kernel/field.ts';
import { placesOf } from '../../../divisions/index.ts';
import { findUnit, unitReasons } from '../../../units/index.ts';
import { findAlliance } from '../../alliance.reads.ts';
import { reasons as allianceReasons } from '../../alliance.reasons.ts';
import { agreementOpens } from '../agreement.case.ts';
import { textFields } from '../agreement.input.ts';
import { reasons } from '../agreement.reasons.ts';
import { AgreementSchema } from '../agreement.row.ts';
import { refuseTerm } from '../agreement.term.ts';
import { clausesOf } from '../agreement.versions.ts';

/** 起草协议: the side of the alliance writes; the unit sees it when it is sent. */
export const create = agreementOpens('create', {
  label: '起草协议',
  about: 'Drafts an agreement between the alliance and a unit.',
  by: ['COMMUNITY_WORKER', 'COMMUNITY_SECRETARY', 'STREET_COMMITTEE'],
  input: {
    allianceId: id('红色联盟', 'The alliance that the unit shall join.', 'alliance'),
    unitId: id('单位', 'The unit.', 'unit'),
    ...textFields,
  },
  async create({ id: own, input, viewer, now, transaction }) {
    const [alliance, unit] = await Promise.all([
      findAlliance(transaction, input.allianceId),
      findUnit(transaction, input.unitId),
    ]);
    if (!alliance) return allianceReasons.refuse('ALLIANCE_UNKNOWN', { path: ['input', 'allianceId'] });
    if (alliance.divisionCode !== viewer.post!.scope)
      reasons.refuse('AGREEMENT_NOT_YOUR_ALLIANCE', { path: ['input', 'allianceId'] });
    const path = ['input', 'unitId'];
    if (!unit) return unitReasons.refuse('UNIT_UNKNOWN', { path });
    const values = { name: unit.name };
    if (unit.state !== 'ACTIVE') reasons.refuse('AGREEMENT_UNIT_SUSPENDED', { path, values });
    refuseTerm(input, now);
    const { title, template, startsOn, endsOn } = input;
    const { district, street, community } = placesOf(alliance.divisionCode);
    const row = transaction.em.create(AgreementSchema, {
      ...{ id: own, state: 'DRAFT', version: 1, enteredAt: now, createdAt: now },
      ...{ allianceId: alliance.id, unitId: unit.id },
      ...{ districtCode: district!, streetCode: street!, communityCode: community },
      ...{ title, template, startsOn, endsOn, clauses: clausesOf(input.clauses) },
      ...{ drafterId: viewer.personId, allianceLiaisonId: viewer.personId },
    });
    await transaction.em
      .persist(row)
      .flush()
      .catch((error: unknown) => refuseSecond(error, values));
    return { row, effect: { data: { allianceId: alliance.id, unitId: unit.id, unitName: unit.name } } };
  },
});

/** The unique index decides between two who draft at once. */
function refuseSecond(error: unknown, values: { readonly name: string }): never {
  const taken = error instanceof Error && 'constraint' in error && error.constraint === 'agreement_live';
  if (!taken) throw error;
  return reasons.refuse('AGREEMENT_EXISTS', { path: ['input', 'unitId'], values });
}
