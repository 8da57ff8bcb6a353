import { code, line } from '../../../kernel/field.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { addBelow } from '../add-below.ts';
import { Division } from '../division.shape.ts';

export const addBuilding = defineVerb({
  noun: 'division',
  action: 'addBuilding',
  label: '增设楼栋',
  about: 'Adds a building to a grid.',
  by: ['SYSTEM_ADMIN'],
  input: {
    grid: code('所属网格', 'The grid, by code.', 'division'),
    name: line('楼栋名称', 'Name inside the grid, e.g. 3号楼.', { min: 2, max: 30 }),
  },
  shows: { field: 'division', type: () => Division.type },
  perform: ({ input, transaction }) =>
    addBelow(
      { parentCode: input.grid, under: ['GRID'], level: 'BUILDING', name: input.name },
      ['input', 'grid'],
      transaction,
    ),
});
