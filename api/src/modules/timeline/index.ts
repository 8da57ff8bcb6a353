export { timeline } from './case-event.shape.ts';
