import { defineModule } from '../../platform/module.ts';
import { CaseEventResolver } from './timeline.type.ts';

export const timelineModule = defineModule({
  name: 'timeline',
  resolvers: [CaseEventResolver],
  policy: { roots: {}, types: { CaseEvent: 'case', CaseEventClock: 'case' } },
});
