import type { Field } from '../../kernel/field.ts';
import type { Counts, Limits } from '../../kernel/widget.ts';

const UNITS: Partial<Record<Field['widget'], string>> = { photos: '张' };
const SHAPES: Partial<Record<Field['widget'], string>> = {
  phone: '11位手机号码或带区号的固定电话',
  code: '6位数字',
};

/** What people are told beside a field: the word of its declaration, then what follows from its limits. */
export function helpOf(field: Field): string {
  const { help, widget, limits, counts } = field;
  const said = [help, SHAPES[widget], sayLimits(field, limits), counts && sayCounts(field, counts)];
  return said.filter(Boolean).join('；');
}

function sayLimits({ wire, widget }: Field, limits: Limits | undefined): string | undefined {
  // What is written as a time is measured by its form.
  if (!limits || widget === 'time') return undefined;
  const { min, max } = limits;
  if (wire.kind === 'Int') return `${String(min)}至${String(max)}`;
  if (min === max) return `${String(max)}个字`;
  // How long a text may be is worth saying where it must not be short either; otherwise a counter says it in time.
  return min > 2 ? `至少${String(min)}个字，最多${String(max)}个字` : undefined;
}

function sayCounts({ widget }: Field, { min, max }: Counts): string {
  const unit = UNITS[widget] ?? '项';
  if (min > 1) return `至少${String(min)}${unit}，最多${String(max)}${unit}`;
  return `最多${String(max)}${unit}`;
}
