import { Field, ObjectType } from 'type-graphql';
import type { Predicate } from '../../../kernel/predicate.ts';
import { classNamed } from '../../graphql/input.ts';
import { NotPlannable, type ReadField } from '../field.ts';
import { NULL, objectText, whereHolds } from '../json-text.ts';
import { below } from '../selected.ts';
import { sees } from '../shape.ts';

export interface Group {
  /** The GraphQL type of the group. */
  readonly name: string;
  readonly about: string;
  /** To whom it is shown; null to others. */
  readonly when: Predicate;
  /** What it holds, read from the same row. */
  readonly fields: Readonly<Record<string, ReadField>>;
}

/** Columns of one row that are shown together or not at all. */
export function group(about: string, { name: typeName, about: typeAbout, when, fields }: Group): ReadField {
  const type = classNamed(typeName);
  ObjectType(typeName, { description: typeAbout, simpleResolvers: true })(type);
  for (const [name, field] of Object.entries(fields)) field.declare(type.prototype as object, name);
  const parts = Object.values(fields);
  return {
    declare: (prototype, name) => Field(() => type, { nullable: true, description: about })(prototype, name),
    get properties() {
      return parts.flatMap((field) => field.properties);
    },
    conditions: [when, ...parts.flatMap((field) => field.conditions)],
    resolve(view, given, context, info) {
      if (!sees(view, when, context.viewer)) return null;
      const values = Object.entries(fields).map(([name, field]) => [name, field.resolve(view, given, context, info)]);
      return Object.fromEntries(values) as object;
    },
    write(place, selected) {
      if (place.holds(when) === 'false') return NULL;
      const object = below(selected).map(({ key, name, parent, ...inner }) => {
        if (name === '__typename') return [key, [JSON.stringify(parent)]] as const;
        const field = fields[name];
        if (!field) throw new NotPlannable(`${typeName}.${name}`);
        return [key, field.write(place, { key, name, parent, ...inner })] as const;
      });
      return whereHolds(place.holds(when), objectText(object));
    },
  };
}
