import { code, line } from '../../../kernel/field.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { addBelow } from '../add-below.ts';
import { Division } from '../division.shape.ts';

export const addGrid = defineVerb({
  noun: 'division',
  action: 'addGrid',
  label: '增设网格',
  about: 'Adds a grid to a community or village.',
  by: ['SYSTEM_ADMIN'],
  input: {
    community: code('所属社区（村）', 'The community or village, by code.', 'division'),
    name: line('网格名称', 'Name inside the community, e.g. 第四网格.', { min: 2, max: 30 }),
  },
  shows: { field: 'division', type: () => Division.type },
  perform: ({ input, transaction }) =>
    addBelow(
      { parentCode: input.community, under: ['COMMUNITY', 'VILLAGE'], level: 'GRID', name: input.name },
      ['input', 'community'],
      transaction,
    ),
});
