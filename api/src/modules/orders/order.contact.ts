import { maskAddress, maskName, maskPhone } from '../../kernel/mask.ts';
import type { Sealer } from '../../platform/seal/sealer.ts';
import type { OrderRow } from './order.row.ts';

/** How the resident of an order is reached. Kept sealed; only its mask stands in readable columns. */
export interface OrderContact {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}

export function contactColumns(sealer: Sealer, contact: OrderContact) {
  return {
    contactSealed: sealer.seal(JSON.stringify(contact)),
    contactName: maskName(contact.name),
    contactPhone: maskPhone(contact.phone),
    contactAddress: maskAddress(contact.address),
  };
}

export function openOrderContact(sealer: Sealer, row: Pick<OrderRow, 'contactSealed'>): OrderContact {
  return JSON.parse(sealer.open(row.contactSealed)) as OrderContact;
}
