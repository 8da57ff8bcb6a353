import { defineModule } from '../../platform/module.ts';

export const timelineModule = defineModule({
  name: 'timeline',
  policy: { roots: {}, types: { CaseEvent: 'case', CaseEventClock: 'case', CaseClosing: 'case' } },
});
