import type { Transaction } from './transaction.ts';

/** Something that a unit has taken on and not brought to its end. */
export interface Obligation {
  /** What it is, for people: `点单 610303-20261123-00042-7`. */
  readonly label: string;
}

/** Of whom it is asked, and where. */
export interface Obliged {
  readonly unitId: string;
  /** Only within this division; everywhere when null. */
  readonly divisionCode: string | null;
}

/** A module says what a unit still owes in it; at most one statement. */
export type Obligations = (of: Obliged, transaction: Transaction) => Promise<readonly Obligation[]>;

/**
 * What a unit still owes in the whole house. Asked by those who let units go (termination of an agreement): they lie below the modules in
 * which units take something on, so those say it of themselves.
 */
export async function obligationsOf(of: Obliged, transaction: Transaction): Promise<readonly Obligation[]> {
  const { obligations } = transaction.house;
  return (await Promise.all(obligations.map((owed) => owed(of, transaction)))).flat();
}
