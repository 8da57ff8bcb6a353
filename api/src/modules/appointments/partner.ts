import type { Transaction } from '../../platform/process/transaction.ts';
import { agreementFor } from '../alliance/index.ts';
import { placesOf } from '../divisions/index.ts';
import { unitNameOf } from '../units/index.ts';
import { reasons } from './appointments.reasons.ts';

interface Partner {
  readonly unitId: string;
  readonly communityCode: string;
  readonly path: readonly string[];
}

/** Refuses a unit that has no agreement with the community or its street: it neither sends nor receives anybody. */
export async function refuseStranger(
  { unitId, communityCode, path }: Partner,
  transaction: Transaction,
): Promise<void> {
  const divisionCodes = [communityCode, placesOf(communityCode).street!];
  if (await agreementFor(transaction, { unitId, divisionCodes })) return;
  const unit = (await unitNameOf(transaction, unitId)) ?? '该单位';
  reasons.refuse('APPOINTMENT_NO_AGREEMENT', { path, values: { unit } });
}
