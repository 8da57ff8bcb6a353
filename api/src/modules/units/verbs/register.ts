import { optional } from '../../../kernel/field.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import type { UnitRow } from '../unit.row.ts';
import { unitFields } from '../unit.fields.ts';
import { Unit } from '../unit.shape.ts';
import { writeUnit } from '../write-unit.ts';
import { newId } from '../../../platform/identifier.ts';

const { name, shortName, kind, division, capabilities, areas } = unitFields;

export const register = defineVerb({
  noun: 'unit',
  action: 'register',
  label: '登记单位',
  about: 'Enters a unit. Without a short name the full one is used; without areas it serves where it sits.',
  by: ['SYSTEM_ADMIN'],
  input: { name, shortName: optional(shortName), kind, division, capabilities, areas },
  shows: { field: 'unit', type: () => Unit.type },
  async perform({ input, now, transaction }) {
    const unit: UnitRow = {
      ...{ id: newId(now), name: input.name, shortName: input.shortName ?? input.name },
      ...{ kind: input.kind, divisionCode: input.division, state: 'ACTIVE' },
    };
    const areas = input.areas.length > 0 ? input.areas : [input.division];
    await writeUnit(unit, { capabilities: input.capabilities, areas }, transaction);
    const data = { ...unit, capabilities: input.capabilities, areas };
    return { value: unit, event: { subjectId: unit.id, effect: { data, unitIds: [unit.id] } } };
  },
});
