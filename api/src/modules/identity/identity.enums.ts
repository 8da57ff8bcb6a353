import { enumOf } from '../../platform/graphql/enum.ts';
import { AccountState, PersonKind } from './identity.choices.ts';
import { RoleChoice } from './role.choice.ts';

// Registered when the module is loaded: type-graphql collects the enums before it asks fields for their types.
export const RoleEnum = enumOf(RoleChoice);
export const PersonKindEnum = enumOf(PersonKind);
export const AccountStateEnum = enumOf(AccountState);
