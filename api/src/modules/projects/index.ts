export { needsToCarry, type NeedToCarry } from './need/need.carry.ts';
export { needCase } from './need/need.case.ts';
export { needProcess, type NeedAction, type NeedState } from './need/need.process.ts';
export { Need, needById } from './need/need.shape.ts';
export { projectCase } from './project/project.case.ts';
export { openProject, projectState, type OpenedProject } from './project/project.opening.ts';
export { projectProcess, type ProjectAction, type ProjectState } from './project/project.process.ts';
export { Project, projectById } from './project/project.shape.ts';
