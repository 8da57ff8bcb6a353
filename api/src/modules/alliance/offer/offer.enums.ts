import { enumOf } from '../../../platform/graphql/enum.ts';
import { offerStatus, resourceKind } from './offer.choices.ts';
import { offerProcess } from './offer.process.ts';

// Registered when this file is loaded: type-graphql looks enums up while it builds, not afterwards.
export const ResourceOfferState = enumOf({
  name: 'ResourceOfferState',
  about: '资源状态 — States of the process of an offer.',
  values: offerProcess.states,
});
export const ResourceKindEnum = enumOf(resourceKind);
export const ResourceOfferStatusEnum = enumOf(offerStatus);
