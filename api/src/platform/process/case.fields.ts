import { lightAt } from '../../kernel/clock.ts';
import { link, type Predicate } from '../../kernel/predicate.ts';
import type { Process } from '../../kernel/process.ts';
import type { EnumOf } from '../graphql/enum.ts';
import type { ReadField } from '../reads/field.ts';
import { instantText } from '../reads/fields/column.ts';
import { told, wordSql, workedOut } from '../reads/fields/worked-out.ts';
import { expression, objectText, orNull, textSql, whereHolds, type JsonText } from '../reads/json-text.ts';
import type { Place } from '../reads/place.ts';
import { quoted } from '../reads/predicate-sql.ts';
import { below, type Selected } from '../reads/selected.ts';
import { sees } from '../reads/shape.ts';
import {
  actionLabel,
  actionLabels,
  offeredActions,
  viewerActions,
  ViewerActionType,
  type Offered,
} from './viewer-actions.ts';

type Relations = Readonly<Record<string, Predicate>>;

/** The state as people read it. */
export const stateLabel = ({ states }: Process, about: string): ReadField =>
  told('state', () => Object.fromEntries(Object.entries(states).map(([state, [label]]) => [state, label])), { about });

/** How an event's action is called: of properties `noun` and `action`. */
export const actionLabelField = (about: string): ReadField => labelOf('action', { about });

/** How the duty is called of which an event speaks, of properties `noun` and `duty`; null where it speaks of none. */
export const dutyLabelField = (about: string): ReadField => labelOf('duty', { about, nullable: true });

const labelOf = (property: string, { about, nullable = false }: { about: string; nullable?: boolean }): ReadField =>
  workedOut({
    ...{ type: () => String, about, nullable, from: ['noun', property] },
    of: (view) => (view[property] === null ? null : actionLabel(view['noun'] as string, view[property] as string)),
    sql: (place) => {
      const { named, engine } = actionLabels();
      const [noun, action] = [place.column('noun'), place.column(property)];
      const words = [wordSql(named, `(${noun} || '.' || ${action})`), wordSql(engine, action)];
      const word = `coalesce(${words.join(', ')}, to_json(${action})::text)`;
      return nullable ? orNull(word) : expression(word);
    },
  });

/** How the leading duty stands now; null while nobody in the house owes anything. */
export const light = (type: EnumOf<string>, about: string): ReadField =>
  workedOut({
    ...{ type: () => type, about, nullable: true, from: ['yellowAt', 'dueAt'] },
    of: ({ yellowAt, dueAt }, { now }) =>
      yellowAt && dueAt ? lightAt({ yellowAt: yellowAt as Date, dueAt: dueAt as Date }, now) : null,
    sql: (place) => {
      const [yellow, due, now] = [place.column('yellowAt'), place.column('dueAt'), place.statement.parameters.now()];
      return expression(`CASE WHEN ${yellow} IS NULL OR ${due} IS NULL THEN 'null' WHEN ${now} > ${due} THEN '"RED"'
        WHEN ${now} >= ${yellow} THEN '"YELLOW"' ELSE '"GREEN"' END`);
    },
  });

/** Does a link hold? */
export const linked = (name: string, about: string): ReadField => {
  const condition = link(name);
  return workedOut({
    ...{ type: () => Boolean, about, from: [], conditions: [condition] },
    of: (view, { viewer }) => sees(view, condition, viewer),
    sql: (place) => expression(`coalesce(${place.holds(condition)}, false)::text`),
  });
};

/** Texts of a list, each where its condition holds: `[…]`. */
const listWhere = (parts: readonly (readonly [condition: string, text: JsonText])[]): JsonText => {
  const shown = parts.map(([condition, text]) => textSql(whereHolds(condition, [',', ...text], [''])));
  return shown.length === 0 ? ['[]'] : ['[', { sql: `ltrim(${shown.join(' || ')}, ',')` }, ']'];
};

/** In which relations of the process the viewer stands to the case. */
export const relationsField = (relations: Relations, about: string): ReadField =>
  workedOut({
    ...{ type: () => [String], about, from: [], conditions: Object.values(relations) },
    of: (view, { viewer }) => Object.keys(relations).filter((name) => sees(view, relations[name]!, viewer)),
    sql: (place) =>
      listWhere(Object.entries(relations).map(([name, stands]) => [place.holds(stands), [JSON.stringify(name)]])),
  });

/** What the viewer may do with the case now: the rows of the process table that start where it stands. */
export function actionsField(process: Process, relations: Relations, about: string): ReadField {
  const field = workedOut({
    ...{ type: () => [ViewerActionType], about, from: ['state', 'dueAt'] },
    of: (view, { viewer }) => {
      const standing = Object.keys(relations).filter((name) => sees(view, relations[name]!, viewer));
      return viewerActions(process, {
        ...{ state: view['state'] as string, relations: new Set(standing), dueAt: view['dueAt'] as Date | null },
        meets: (condition) => sees(view, condition, viewer),
      });
    },
    sql: (place, selected) => {
      const ofState = Object.keys(process.states).map((state) => [state, actionsIn(state)] as const);
      const written = ofState.flatMap(([state, actions]) => {
        const parts = actions.map(
          (offer) => [mayDo(place, offer, relations), actionText(place, offer, selected)] as const,
        );
        const possible = parts.filter(([condition]) => condition !== 'false');
        return possible.length === 0 ? [] : [`WHEN ${quoted(state)} THEN ${textSql(listWhere(possible))}`];
      });
      return written.length === 0
        ? ['[]']
        : expression(`CASE ${place.column('state')} ${written.join(' ')} ELSE '[]' END`);
    },
  });
  const actionsIn = (state: string) => offeredActions(process, state);
  const offered = () =>
    Object.keys(process.states).flatMap((state) => actionsIn(state).flatMap((offer) => offer.offered ?? []));
  // Which conditions verbs set is known when all are found.
  return {
    ...field,
    get conditions() {
      return [...Object.values(relations), ...offered()];
    },
  };
}

/** May this viewer take the action, as far as is known beforehand? */
function mayDo(place: Place, { who, offered }: Offered, relations: Relations): string {
  const standing = who.flatMap((relation) => (relations[relation] ? [place.holds(relations[relation])] : []));
  const stands = standing.includes('true') ? 'true' : standing.filter((sql) => sql !== 'false');
  const meets = offered ? place.holds(offered) : 'true';
  if (stands.length === 0 || meets === 'false') return 'false';
  const parts = [
    ...(stands === 'true' ? [] : [`(${(stands as readonly string[]).join(' OR ')})`]),
    ...(meets === 'true' ? [] : [meets]),
  ];
  return parts.length === 0 ? 'true' : parts.join(' AND ');
}

function actionText(place: Place, { shown, timed }: Offered, selected: Selected): JsonText {
  const dueAt: JsonText = timed ? orNull(instantText(place.column('dueAt'))) : ['null'];
  return objectText(
    below(selected).map(({ key, name, parent }) => {
      if (name === '__typename') return [key, [JSON.stringify(parent)]];
      return [key, name === 'dueAt' ? dueAt : [JSON.stringify(shown[name as keyof typeof shown])]];
    }),
  );
}
