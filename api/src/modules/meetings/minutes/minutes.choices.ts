import { defineChoice } from '../../../kernel/choice.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';

export const signatureKind = defineChoice('MinutesSignatureKind', '会签意见 — What a unit said to the minutes.', {
  SIGNED: ['已会签', 'Its head signed.'],
  OBJECTED: ['有异议', 'Its head objected, with a wording.'],
  SILENT: ['默认同意', 'It said nothing in time, which counts as agreed.'],
});

// Registered when this file is loaded: type-graphql looks enums up while it builds, not afterwards.
export const SignatureKindEnum = enumOf(signatureKind);
