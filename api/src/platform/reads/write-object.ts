import { NotPlannable } from './field.ts';
import { objectText, type JsonText } from './json-text.ts';
import type { Place } from './place.ts';
import type { Selected } from './selected.ts';

/** The selected fields of the row at `place`, as one JSON object. */
export function writeObject(place: Place, selection: readonly Selected[]): JsonText {
  return objectText(selection.map((selected) => [selected.key, writeField(place, selected)]));
}

function writeField(place: Place, selected: Selected): JsonText {
  const { shape } = place;
  if (selected.name === '__typename') return [JSON.stringify(shape.name)];
  const field = shape.fields.get(selected.name);
  if (!field) throw new NotPlannable(`${shape.name}.${selected.name}`);
  return field.write(place, selected);
}
