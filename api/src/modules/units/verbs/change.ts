import { optional } from '../../../kernel/field.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import type { UnitRow } from '../unit.row.ts';
import { unitFields } from '../unit.fields.ts';
import { Unit } from '../unit.shape.ts';
import { lockUnit, writeUnit } from '../write-unit.ts';

const { unitId, name, shortName, kind, division, capabilities, areas } = unitFields;

export const change = defineVerb({
  noun: 'unit',
  action: 'change',
  label: '变更单位',
  about: 'Changes what is said of a unit; what is left out stays as it is.',
  by: ['SYSTEM_ADMIN'],
  input: {
    ...{
      unitId,
      name: optional(name),
      shortName: optional(shortName),
      kind: optional(kind),
      division: optional(division),
    },
    ...{ capabilities: optional(capabilities), areas: optional(areas) },
  },
  shows: { field: 'unit', type: () => Unit.type },
  async perform({ input, transaction }) {
    const before = await lockUnit(input.unitId, transaction);
    const unit: UnitRow = {
      ...before,
      ...{ name: input.name ?? before.name, shortName: input.shortName ?? before.shortName },
      ...{ kind: input.kind ?? before.kind, divisionCode: input.division ?? before.divisionCode },
    };
    const links = { capabilities: input.capabilities, areas: input.areas };
    await writeUnit(unit, links, transaction);
    return {
      value: unit,
      event: { subjectId: unit.id, effect: { data: { before, after: { ...unit, ...links } }, unitIds: [unit.id] } },
    };
  },
});
