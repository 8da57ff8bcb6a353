import type { Choice } from '../../../kernel/choice.ts';
import { endOfDay, startOfDay } from '../../../kernel/calendar.ts';
import { plainText } from '../safe-text.ts';
import { cellReasons } from '../sheet.reasons.ts';
import { nameForm, type Lists } from './lists.ts';

/** A column of an import: what people see above it, and what a verb makes of what stands in it. */
export interface ImportColumn {
  /** The field of the verb. */
  readonly key: string;
  readonly label: string;
  readonly required: boolean;
  readonly width: number;
  /** For the instructions. */
  readonly help: string;
  readonly example: string;
  /** Offered in a list of the template. */
  readonly choices?: (lists: Lists) => readonly string[];
  /** Nobody is shown what stands in it. */
  readonly secret?: boolean;
  /** The value for the verb. Throws the Refusal that says what to mend. `text` is not blank. */
  read(text: string, lists: Lists): unknown;
}

type Options = Pick<ImportColumn, 'help' | 'example'> & Partial<ImportColumn>;

const columnOf = (key: string, label: string, options: Options & Pick<ImportColumn, 'read'>): ImportColumn => ({
  ...{ required: false, width: 20, key, label },
  ...options,
});

/** White space of all widths at both ends is nobody's intention. */
export const trimmed = (text: string): string => plainText(text.replaceAll('\u00a0', ' ').trim());

/** Words as they were written. */
export const words = (key: string, label: string, options: Options): ImportColumn =>
  columnOf(key, label, { read: (text) => text, ...options });

/** Signs of a closed set, such as digits: full width is half width. */
export const signs = (key: string, label: string, options: Options): ImportColumn =>
  columnOf(key, label, { read: (text) => text.normalize('NFKC').replaceAll(/\s+/g, ''), ...options });

/** One of a choice, by its label or its key. */
export function oneOf<K extends string>(
  key: string,
  label: string,
  options: Options & { of: Choice<K>; keys?: readonly K[] },
): ImportColumn {
  const { of, keys = of.keys, ...rest } = options;
  const labels = keys.map((one) => of.label(one));
  const read = (text: string) => {
    const found = of.keys.find((one) => [one, of.label(one)].some((name) => nameForm(name) === nameForm(text)));
    return found ?? cellReasons.refuse('CELL_CHOICE', { values: { label, choices: labels.join('、') } });
  };
  return columnOf(key, label, { read, choices: () => labels, ...rest });
}

/** A day; the moment is its first, or the first after it. */
export const day = (key: string, label: string, options: Options & { edge: 'START' | 'END' }): ImportColumn =>
  columnOf(key, label, {
    read: (text) => {
      const spelt = spellDay(text) ?? cellReasons.refuse('CELL_DATE', { values: { label } });
      return options.edge === 'START' ? startOfDay(spelt) : endOfDay(spelt);
    },
    ...options,
  });

/** `2026/11/2`, `2026.11.2`, `2026年11月2日`, `20261102` -> `2026-11-02`; null when it is no day. */
function spellDay(text: string): string | null {
  const plain = text.normalize('NFKC').replaceAll(/\s+/g, '');
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (!parts) return null;
  const [, year, month, date] = parts;
  const spelt = `${year!}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`;
  return new Date(`${spelt}T00:00:00Z`).toJSON()?.startsWith(spelt) ? spelt : null;
}

/** One of a list, by name or code. */
export const named = (
  key: string,
  label: string,
  options: Options & { of: 'division' | 'unit' | 'category' },
): ImportColumn => columnOf(key, label, { read: (text, lists) => lists[options.of](text), ...options });

/** Several of a list, separated by 、 ； , or line ends. */
export const several = (key: string, label: string, options: Options & { of: 'division' | 'category' }): ImportColumn =>
  columnOf(key, label, {
    read: (text, lists) => {
      const parts = text.split(/[、，,；;\n|]/).map((part) => part.trim());
      return [...new Set(parts.filter((part) => part !== '').map((part) => lists[options.of](part)))];
    },
    ...options,
  });
