import type { FormRule } from 'antd';
import { ACTIONS } from './actions.texts.ts';
import { type FormField, lengthOf } from './form.ts';

const PICKED = new Set(['ID', 'Instant', 'Date']);

/** Must it be filled in? A box that is not ticked is an answer too. */
export const isNeeded = ({ required, wire, list }: FormField): boolean => required && (list || wire !== 'Boolean');

/** What the server would refuse, said before anything is sent, in its own words. */
export function rulesOf(field: FormField): FormRule[] {
  const check = { validator: (_: unknown, value: unknown) => refuse(faultIn(field, value)) };
  // Whoever passes by a field has not left it out yet.
  const need = {
    validateTrigger: 'onSubmit',
    validator: (_: unknown, value: unknown) => refuse(wanting(field, value)),
  };
  return isNeeded(field) ? [need, check] : [check];
}

const refuse = (fault: string | null) => (fault === null ? Promise.resolve() : Promise.reject(new Error(fault)));

const isBlank = (value: unknown) =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

function wanting({ label, wire, choices, list }: FormField, value: unknown): string | null {
  const blank = list ? ((value ?? []) as unknown[]).every(isBlank) : isBlank(value);
  if (!blank) return null;
  return choices.length > 0 || PICKED.has(wire) ? ACTIONS.requiredChoice(label) : ACTIONS.required(label);
}

/** What is wrong with a value when it is sent; null when nothing is. */
export const faultOf = (field: FormField, value: unknown): string | null =>
  (isNeeded(field) ? wanting(field, value) : null) ?? faultIn(field, value);

function faultIn(field: FormField, value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (!field.list) return faultInOne(field, value);
  const items = (value as unknown[]).filter((item) => item !== null && item !== undefined && item !== '');
  return (
    faultInCount(field, items.length) ??
    items.map((item) => faultInOne(field, item)).find((fault) => fault !== null) ??
    null
  );
}

function faultInCount({ label, minCount, maxCount }: FormField, count: number): string | null {
  if (count > 0 && minCount && count < minCount) return ACTIONS.tooFew(label, minCount);
  if (maxCount && count > maxCount) return ACTIONS.tooMany(label, maxCount);
  return null;
}

function faultInOne({ label, wire, min, max }: FormField, value: unknown): string | null {
  if (wire === 'Int') return faultInNumber({ label, min: min ?? -Infinity, max: max ?? Infinity }, Number(value));
  if (wire !== 'String' || typeof value !== 'string') return null;
  return faultInText({ label, min: min ?? 0, max: max ?? Infinity }, lengthOf(value));
}

interface Range {
  readonly label: string;
  readonly min: number;
  readonly max: number;
}

function faultInText({ label, min, max }: Range, length: number): string | null {
  if (length === 0) return null;
  if (length < min) return ACTIONS.tooShort(label, min, length);
  return length > max ? ACTIONS.tooLong(label, max, length) : null;
}

const faultInNumber = ({ label, min, max }: Range, value: number) =>
  Number.isInteger(value) && value >= min && value <= max ? null : ACTIONS.outOfRange(label, min, max);
