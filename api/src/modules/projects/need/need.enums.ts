import { enumOf } from '../../../platform/graphql/enum.ts';
import * as choices from './need.choices.ts';
import { needProcess } from './need.process.ts';

export const NeedState = enumOf({
  name: 'NeedState',
  about: '需求状态 — States of the process of needs.',
  values: needProcess.states,
});
export const NeedOwnerEnum = enumOf(choices.needOwner);
export const NeedSourceEnum = enumOf(choices.needSource);
export const NeedUrgencyEnum = enumOf(choices.needUrgency);
export const NeedPrivacyEnum = enumOf(choices.needPrivacy);
export const NeedSortEnum = enumOf(choices.needSort);
export const MatchFitEnum = enumOf(choices.matchFit);
