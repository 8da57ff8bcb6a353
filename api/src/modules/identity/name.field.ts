import type { Predicate } from '../../kernel/predicate.ts';
import type { ReadField } from '../../platform/reads/field.ts';
import { workedOut } from '../../platform/reads/fields/worked-out.ts';
import { NULL, whereHolds } from '../../platform/reads/json-text.ts';
import { sees } from '../../platform/reads/shape.ts';
import { displayNameSql, personById } from './identity.reads.ts';

interface NameOptions {
  /** The property that holds the person's id. */
  readonly by: string;
  /** To whom it is shown; null to others. */
  readonly when?: Predicate;
}

/** The name of a person whose id the row holds, as the viewer may know it: officials by name, residents masked. */
export const nameOfPerson = (about: string, { by, when }: NameOptions): ReadField =>
  workedOut({
    ...{ type: () => String, about, nullable: true, from: [by], conditions: when ? [when] : [] },
    of: async (view, context) => {
      const id = view[by] as string | null;
      if (id === null || (when && !sees(view, when, context.viewer))) return null;
      return (await context.load(personById, id))?.displayName ?? null;
    },
    sql: (place) => {
      const shown = when ? place.holds(when) : 'true';
      return shown === 'false' ? NULL : whereHolds(shown, displayNameSql(place.column(by), place.statement));
    },
  });
