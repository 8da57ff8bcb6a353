import { date, id, reason } from '../../../../kernel/field.ts';
import { defineVerb } from '../../../../platform/process/verb.ts';
import { reasons } from '../../appointments.reasons.ts';
import { isTheirs, refuseTermEnd } from '../body.place.ts';
import { findBody } from '../body.row.ts';
import { Body } from '../body.shape.ts';

export const renewTerm = defineVerb({
  noun: 'body',
  action: 'renewTerm',
  label: '组织换届',
  about: 'Gives a body a new term. Terms of its members end as they were set.',
  by: ['COMMUNITY_SECRETARY', 'STREET_COMMITTEE', 'UNIT_LEAD'],
  input: {
    bodyId: id('组织', 'The body.', 'body'),
    termEndsOn: date('届满日期', 'The last day of the new term; later than the present one.'),
    reason: reason('On what the new term rests: the election, the decision.'),
  },
  shows: { field: 'body', type: () => Body.type },
  async perform({ input, viewer, now, transaction }) {
    const path = ['input', 'bodyId'];
    const body = (await findBody(transaction, input.bodyId, true)) ?? reasons.refuse('BODY_UNKNOWN', { path });
    if (!isTheirs(body, viewer))
      reasons.refuse('BODY_NOT_YOURS', { path, values: { name: body.name, action: '组织换届' } });
    refuseTermEnd(input.termEndsOn, now, body.termEndsOn);
    await transaction.rows('renew-body', 'UPDATE body SET term_ends_on = $2 WHERE id = $1', [
      body.id,
      input.termEndsOn,
    ]);
    const data = { name: body.name, from: body.termEndsOn, to: input.termEndsOn };
    return {
      value: { ...body, termEndsOn: input.termEndsOn },
      event: { subjectId: body.id, effect: { reason: input.reason, data, unitIds: body.unitId ? [body.unitId] : [] } },
    };
  },
});
