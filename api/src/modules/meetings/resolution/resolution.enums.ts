import { defineChoice } from '../../../kernel/choice.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { resolutionProcess } from './resolution.process.ts';

const resolutionSort = defineChoice('ResolutionSort', '排序 — Order of a list of resolutions.', {
  NEWEST: ['最新在前', 'By record, newest first.'],
  DUE_FIRST: ['最急在前', 'By the end of the leading duty; those without one last.'],
});

// Registered when this file is loaded: type-graphql looks enums up while it builds, not afterwards.
export const ResolutionStateEnum = enumOf({
  name: 'ResolutionState',
  about: '议定事项状态 — States of the process of resolutions.',
  values: resolutionProcess.states,
});
export const ResolutionSortEnum = enumOf(resolutionSort);
