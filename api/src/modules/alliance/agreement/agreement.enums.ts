import { enumOf } from '../../../platform/graphql/enum.ts';
import * as choices from './agreement.choices.ts';
import { agreementProcess } from './agreement.process.ts';

// Registered when this file is loaded: type-graphql looks enums up while it builds, not afterwards.
export const AgreementState = enumOf({
  name: 'AgreementState',
  about: '协议状态 — States of the agreement process.',
  values: agreementProcess.states,
});
export const AgreementSide = enumOf(choices.agreementSide);
export const AgreementPaper = enumOf(choices.agreementPaper);
export const AgreementVerdict = enumOf(choices.agreementVerdict);
export const ClauseChangeKind = enumOf(choices.clauseChangeKind);
export const WordChangeKind = enumOf(choices.wordChangeKind);
export const AgreementSort = enumOf(choices.agreementSort);
