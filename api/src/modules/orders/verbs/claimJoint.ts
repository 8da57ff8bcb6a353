import { id, many } from '../../../kernel/field.ts';
import { unitOf } from '../../../kernel/viewer.ts';
import type { Case } from '../../../platform/process/case.ts';
import { orderCase, orderVerb } from '../order.case.ts';
import { claimableBy, takeClaimable, takenBy } from '../order.claiming.ts';
import { textField } from '../order.input.ts';
import { applyPlan, planFields } from '../order.plan.ts';
import { orderReasons } from '../order.reasons.ts';

const INVITE = `
  INSERT INTO order_share (order_id, unit_id, part, state, invited_at)
  SELECT $1::uuid, id, $3, 'INVITED', $4::timestamptz FROM unit WHERE id = ANY ($2::uuid[]) AND state = 'ACTIVE'
  ON CONFLICT (order_id, unit_id) DO UPDATE SET part = excluded.part, state = 'INVITED', invited_at = excluded.invited_at, answered_at = NULL
  RETURNING unit_id AS "unitId"`;

/** 首接负责: the unit that takes it leads and answers for it, whatever the others do. */
export const claimJoint = orderVerb('claimJoint', {
  label: '联合领单',
  about: 'A unit takes the order as the leading one and asks others of the audience to take part.',
  keyed: true,
  input: {
    ...planFields,
    coUnits: many(id('协办单位', 'Units of the audience that are asked to take part.', 'unit'), { min: 1, max: 10 }),
    parts: textField('分工', 'Who does what.', 500),
  },
  asks: ({ subject, viewer, transaction }) => claimableBy(unitOf(viewer), subject, transaction),
  async effect({ row, asked, input, viewer, transaction }) {
    applyPlan(row, input, transaction);
    const unitId = unitOf(viewer)!;
    const unitIds = takeClaimable(row, { unitId, personId: viewer.personId!, assigned: false }, asked, transaction);
    const stranger = input.coUnits.findIndex((unit) => unit === unitId || !unitIds.includes(unit));
    if (stranger >= 0)
      orderReasons.refuse('ORDER_CO_UNIT_NOT_ELIGIBLE', { path: ['input', 'coUnits', String(stranger)] });
    const values = [row.id, input.coUnits, input.parts, transaction.now];
    const invited = await transaction.rows<{ unitId: string }>('invite-units', INVITE, values);
    const suspended = input.coUnits.findIndex((unit) => !invited.some(({ unitId: asked }) => asked === unit));
    if (suspended >= 0) orderReasons.refuse('ORDER_UNIT_SUSPENDED', { path: ['input', 'coUnits', String(suspended)] });
    row.sharesOpen = input.coUnits.length;
    row.shareUnitIds = [...input.coUnits];
    return { unitIds, data: { coUnits: input.coUnits, text: input.parts } };
  },
  otherwise: ({ row, transaction }) => takenBy(orderCase as unknown as Case, row, transaction),
});
