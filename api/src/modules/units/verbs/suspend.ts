import { reason } from '../../../kernel/field.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { turnUnit } from '../turn-unit.ts';
import { unitFields } from '../unit.fields.ts';
import { Unit } from '../unit.shape.ts';

export const suspend = defineVerb({
  noun: 'unit',
  action: 'suspend',
  label: '停用单位',
  about: 'The unit is no longer offered anything new; what it holds stays with it.',
  by: ['SYSTEM_ADMIN'],
  input: { unitId: unitFields.unitId, reason: reason('Why it no longer takes part.') },
  shows: { field: 'unit', type: () => Unit.type },
  perform: ({ input, transaction }) => turnUnit({ ...input, state: 'SUSPENDED' }, transaction),
});
