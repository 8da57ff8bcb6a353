import { choice, id, optional, paragraph } from '../../../../kernel/field.ts';
import { defineVerb } from '../../../../platform/process/verb.ts';
import { newId } from '../../../../platform/identifier.ts';
import { reasons } from '../../appointments.reasons.ts';
import { isTheirs } from '../../body/body.place.ts';
import { findBody } from '../../body/body.row.ts';
import { refuseStranger } from '../../partner.ts';
import { SEAT_RULES, SeatKind, SeatSource } from '../seat.choice.ts';
import { INSERT_SEATS, type SeatRow } from '../seat.row.ts';
import { Seat } from '../../body/body.shape.ts';

export const add = defineVerb({
  noun: 'seat',
  action: 'add',
  label: '增设席位',
  about:
    'Adds a seat to a body of the community, or to the party organisation of a unit to which the community sends an adviser.',
  by: ['COMMUNITY_SECRETARY'],
  input: {
    bodyId: id('组织', 'The body.', 'body'),
    kind: choice('席位类别', 'As what somebody will sit there.', SeatKind),
    source: optional(choice('来源单位类别', 'For part-time members: from what kind of unit.', SeatSource)),
    duties: paragraph('职责', 'What the holder is to do.', { min: 2, max: 500 }),
  },
  shows: { field: 'seat', type: () => Seat.type },
  async perform({ input, viewer, now, transaction }) {
    const path = ['input', 'bodyId'];
    const body = (await findBody(transaction, input.bodyId)) ?? reasons.refuse('BODY_UNKNOWN', { path });
    const values = { name: body.name, body: body.name, kind: SeatKind.label(input.kind), action: '增设席位' };
    const rule = SEAT_RULES[input.kind];
    if (!isTheirs(body, viewer)) reasons.refuse('BODY_NOT_YOURS', { path, values });
    if (!rule.bodies.includes(body.kind)) reasons.refuse('SEAT_WRONG_BODY', { path: ['input', 'kind'], values });
    const communityCode = viewer.post!.scope;
    // Whoever receives an adviser works with the community.
    if (body.unitId !== null) await refuseStranger({ unitId: body.unitId, communityCode, path }, transaction);
    const source = rule.source ?? (rule.direction === 'INBOUND' ? input.source : null);
    const seat: SeatRow = {
      ...{ id: newId(now), bodyId: body.id, direction: rule.direction, kind: input.kind, source },
      ...{ duties: input.duties, communityCode, openedAt: now, closedAt: null },
    };
    await transaction.rows('insert-seats', INSERT_SEATS, [JSON.stringify([seat])]);
    const unitIds = body.unitId ? [body.unitId] : [];
    return { value: seat, event: { subjectId: seat.id, effect: { data: { ...seat }, unitIds } } };
  },
});
