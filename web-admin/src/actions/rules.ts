import type { FormRule } from 'antd';
import { ACTIONS } from './actions.texts.ts';
import { type FormField, lengthOf } from './form.ts';

const PICKED = new Set(['ID', 'Instant', 'Date']);

/** What the server would refuse, said before anything is sent, in its own words. */
export function rulesOf(field: FormField): FormRule[] {
  const { label, required, wire, choices } = field;
  const isPicked = choices.length > 0 || PICKED.has(wire);
  const message = isPicked ? ACTIONS.requiredChoice(label) : ACTIONS.required(label);
  // A box that is not ticked is an answer too.
  const needed =
    required && wire !== 'Boolean'
      ? [{ required: true, message, validateTrigger: 'onSubmit', whitespace: wire === 'String' && !field.list }]
      : [];
  return [...needed, { validator: (_, value: unknown) => checked(field, value) }];
}

function checked(field: FormField, value: unknown): Promise<void> {
  const fault = faultIn(field, value);
  return fault === null ? Promise.resolve() : Promise.reject(new Error(fault));
}

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
  const length = lengthOf(value);
  if (length === 0) return null;
  if (min && length < min) return ACTIONS.tooShort(label, min, length);
  return max && length > max ? ACTIONS.tooLong(label, max, length) : null;
}

interface Range {
  readonly label: string;
  readonly min: number;
  readonly max: number;
}

const faultInNumber = ({ label, min, max }: Range, value: number) =>
  Number.isInteger(value) && value >= min && value <= max ? null : ACTIONS.outOfRange(label, min, max);
