import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import type { Field } from '../../api/src/kernel/field.ts';
import type { CaseVerb } from '../../api/src/platform/process/verb.ts';
import { COMMUNITY } from './world.ts';

/** What pickers pick, where there is something to pick. */
export type Picks = Partial<Record<Field['widget'], string>>;

const WORDS = '这是一条足够长的说明文字，用来说明情况、理由和打算，不多也不少。';
/** A day and a moment that lie ahead of the Monday on which a world begins. */
const [DAY, MOMENT] = ['2026-12-01', '2026-12-01T02:00:00Z'];

function candidatesOf({ wire, widget }: Field, picks: Picks): readonly unknown[] {
  const picked = picks[widget];
  if (picked) return [picked];
  switch (wire.kind) {
    case 'String':
      return [WORDS, WORDS.slice(0, 10), WORDS.slice(0, 4), '示例甲', '09:00', '13900001234', '123456'];
    case 'ID':
      return widget === 'division' ? [COMMUNITY] : widget === 'category' ? ['PUBLIC_FACILITY'] : [v7()];
    case 'Int':
      return [1, 10, 30, 60, 2026, 0];
    case 'Boolean':
      return [true];
    case 'Instant':
      return [MOMENT];
    case 'Date':
      return [DAY];
    case 'Choice':
      return wire.choice.keys;
  }
}

/** A value that the field takes; a field that may be left out is. */
function valueOf(name: string, field: Field, picks: Picks): unknown {
  if (!field.required) return field.list ? [] : undefined;
  const candidates = candidatesOf(field, picks);
  const found = candidates
    .map((one) => (field.list ? [one] : one))
    .find((one) => {
      try {
        field.parse(one, [name]);
        return true;
      } catch {
        return false;
      }
    });
  if (found === undefined) throw new Error(`The matrix has no value for ${name} (${field.label})`);
  return found;
}

/** An input that is well formed: whatever is refused of it is refused for its content. */
export function wellFormed({ fields, keyed }: CaseVerb, picks: Picks): Record<string, unknown> {
  const values = Object.entries(fields).map(([name, field]) => [name, valueOf(name, field, picks)] as const);
  return {
    ...Object.fromEntries(values.filter(([, value]) => value !== undefined)),
    ...(keyed && { idempotencyKey: randomUUID() }),
  };
}
