import { enumOf } from '../../platform/graphql/enum.ts';
import { appointmentProcess } from './appointment/appointment.process.ts';
import {
  AppointmentEnd,
  AppointmentRecordKind,
  AppointmentSide,
  AppointmentSort,
} from './appointment/appointment.choice.ts';
import { BodyKind } from './body/body.choice.ts';
import { SeatDirection, SeatKind, SeatSource } from './seat/seat.choice.ts';

// Registered when this file is loaded: type-graphql looks enums up while it builds, not afterwards.
export const BodyKindEnum = enumOf(BodyKind);
export const SeatDirectionEnum = enumOf(SeatDirection);
export const SeatKindEnum = enumOf(SeatKind);
export const SeatSourceEnum = enumOf(SeatSource);
export const AppointmentRecordKindEnum = enumOf(AppointmentRecordKind);
export const AppointmentSideEnum = enumOf(AppointmentSide);
export const AppointmentEndEnum = enumOf(AppointmentEnd);
export const AppointmentSortEnum = enumOf(AppointmentSort);
export const AppointmentState = enumOf({
  ...{ name: 'AppointmentState', about: '任职状态 — States of the appointment process.' },
  values: appointmentProcess.states,
});
