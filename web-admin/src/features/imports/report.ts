/** An import as the server tells of it. */
export interface Summary {
  readonly id: string;
  readonly fileName: string;
  readonly rows: number;
  readonly done: number;
  readonly repeated: number;
  readonly failed: number;
  readonly finished: boolean;
  readonly trouble: 'INTERRUPTED' | 'PROHIBITED' | null;
  readonly createdAt: string;
}

export interface Fault {
  /** Null: the whole row. */
  readonly column: string | null;
  readonly text: string;
  readonly message: string;
}

export interface Report extends Summary {
  readonly failures: readonly { readonly line: number; readonly name: string; readonly faults: readonly Fault[] }[];
}
