export { timeline } from './case-event.shape.ts';
export { closings } from './closing.shape.ts';
