import type { ComponentType } from 'react';
import type { FormField } from '../form.ts';

/** Where a form stands: what pickers look around in. */
export interface Scope {
  readonly mutation: string;
  readonly noun: string;
  readonly subjectId: string | null;
}

/** What antd's form gives to whatever takes a value, and what the field says of itself. */
export interface ControlProps<T = unknown> {
  readonly field: FormField;
  readonly scope: Scope;
  readonly id?: string;
  readonly value?: T;
  readonly onChange?: (value: T) => void;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: 'true';
  readonly 'aria-required'?: 'true';
  readonly 'aria-label'?: string;
}

/** A way of typing in or picking. Files `widgets/*.widget.tsx` are found, never listed. */
export interface Widget {
  /** Names of the server's widgets that are drawn so. */
  readonly of: readonly string[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a control takes is said by the field's wire
  readonly Control: ComponentType<ControlProps<any>>;
  /** It takes lists by itself; others are repeated, one below the other. */
  readonly several?: boolean;
  /** It wants a whole line of a wide form. */
  readonly wide?: (field: FormField) => boolean;
}
