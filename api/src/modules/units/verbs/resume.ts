import { reason } from '../../../kernel/field.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { turnUnit } from '../turn-unit.ts';
import { unitFields } from '../unit.fields.ts';
import { Unit } from '../unit.shape.ts';

export const resume = defineVerb({
  noun: 'unit',
  action: 'resume',
  label: '恢复单位',
  about: 'A suspended unit takes part again.',
  by: ['SYSTEM_ADMIN'],
  input: { unitId: unitFields.unitId, reason: reason('Why it takes part again.') },
  shows: { field: 'unit', type: () => Unit.type },
  perform: ({ input, transaction }) => turnUnit({ ...input, state: 'ACTIVE' }, transaction),
});
