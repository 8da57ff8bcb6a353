import { Field, ObjectType } from 'type-graphql';
import type { Predicate } from '../../../kernel/predicate.ts';
import { classNamed } from '../../graphql/input.ts';
import type { ReadField } from '../field.ts';
import { expression, listSql, objectText, orNull, textSql, whereHolds, type JsonText } from '../json-text.ts';
import { quoted } from '../predicate-sql.ts';
import { below, type Selected } from '../selected.ts';
import { sees } from '../shape.ts';

/** What one part of a list of json says. */
export interface Part {
  readonly about: string;
  readonly nullable?: boolean;
  /** An enum, where the texts are its values. */
  readonly type?: () => NonNullable<unknown>;
  /** A list of parts within this one. */
  readonly parts?: Parts;
}

/** Objects of a list that one column keeps as json: `[{ "title": …, "text": … }]`. Their values are texts, or such lists again. */
export interface Parts {
  /** The GraphQL type of one of them. */
  readonly name: string;
  readonly about: string;
  readonly fields: Readonly<Record<string, Part>>;
}

interface Shown {
  /** To whom the list is shown; empty to others. */
  readonly when?: Predicate;
  /** The property of the row, where it is called differently from the field. */
  readonly property?: string;
}

/** A list that one column keeps as json. */
export function partsOf(about: string, parts: Parts, { when, property }: Shown = {}): ReadField {
  const type = typeOf(parts);
  let of = property ?? '';
  return {
    declare(prototype, name) {
      of = property ?? name;
      Field(() => [type], { description: about })(prototype, name);
    },
    get properties() {
      return [of];
    },
    conditions: when ? [when] : [],
    resolve: (view, _given, { viewer }) => (when && !sees(view, when, viewer) ? [] : view[of]),
    write(place, selected) {
      const list = listOf(place.column(of), parts, selected);
      return when ? whereHolds(place.holds(when), list, ['[]']) : list;
    },
  };
}

const types = new WeakMap<Parts, new () => object>();

function typeOf(parts: Parts): new () => object {
  const known = types.get(parts);
  if (known) return known;
  const type = classNamed(parts.name);
  types.set(parts, type);
  ObjectType(parts.name, { description: parts.about, simpleResolvers: true })(type);
  for (const [name, part] of Object.entries(parts.fields)) {
    const { about: description, nullable = false } = part;
    const inner = part.parts && typeOf(part.parts);
    const of = inner ? () => [inner] : (part.type ?? (() => String));
    Field(of as never, { nullable, description })(type.prototype as object, name);
  }
  return type;
}

/** The objects as `selected` asks for them, in their order. */
function listOf(json: string, { fields }: Parts, selected: Selected, depth = 1): JsonText {
  const it = `part${String(depth)}`;
  const object = objectText(
    below(selected).map((field) => {
      if (field.name === '__typename') return [field.key, [JSON.stringify(field.parent)]];
      const part = fields[field.name]!;
      if (part.parts)
        return [field.key, listOf(`(${it}.value -> ${quoted(field.name)})`, part.parts, field, depth + 1)];
      const text = `to_json(${it}.value ->> ${quoted(field.name)})::text`;
      return [field.key, part.nullable ? orNull(text) : expression(text)];
    }),
  );
  return expression(`(SELECT ${listSql(textSql(object))} FROM jsonb_array_elements(${json}) ${it})`);
}
