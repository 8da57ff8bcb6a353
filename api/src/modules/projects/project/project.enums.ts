import { defineChoice } from '../../../kernel/choice.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { projectProcess } from './project.process.ts';

export const ProjectState = enumOf({
  name: 'ProjectState',
  about: '项目状态 — States of the process of projects.',
  values: projectProcess.states,
});

export const ProjectSortEnum = enumOf(
  defineChoice('ProjectSort', '排序 — Order of a list of projects.', {
    NEWEST: ['最新在前', 'By creation, newest first.'],
    DUE_FIRST: ['最急在前', 'By the end of the leading duty; those without one last.'],
  }),
);
