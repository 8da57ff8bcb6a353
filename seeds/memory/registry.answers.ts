import { newId, OPEN_SEALER, type Answers, type Store } from './store.ts';

/** What the statements of the registry answer: divisions, units, alliances, people, photos, numbers. */
export function registryAnswers(store: Store): Answers {
  const { world } = store;
  const figures = new Map(world.figures.map((figure) => [figure.id, figure]));
  const found = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);
  return {
    'division-in-transaction': ([code]: [string]) => found(world.divisions.get(code)),
    'category-in-transaction': ([code]: [string]) => found(world.categories.get(code)),
    'unit-in-transaction': ([id]: [string]) => found(world.units.get(id)),
    'member-units': ([divisions, at, category]: [readonly string[], Date, string | null]) =>
      memberUnits(store, divisions, { at, category }),
    'units-of-person': ([personId]: [string]) =>
      found(figures.get(personId)).filter(({ scope }) => world.units.has(scope)),
    'person-contact': ([id]: [string]) =>
      found(figures.get(id)).map(({ name, phone, address }) => ({
        ...{ name, nameSealed: null },
        phoneSealed: phone && OPEN_SEALER.seal(phone),
        addressSealed: address && OPEN_SEALER.seal(address),
      })),
    'phone-lock': () => [],
    'person-by-phone': ([index]: [Buffer]) =>
      found(store.phones.get(index.toString().replace('phone:', ''))).map((id) => ({ id })),
    'resident-post': ([personId]: [string]) => found(figures.get(personId)),
    'attach-in-line': () => [],
    'attach-files': ([ids, uploaderId, , subjectId, purpose]: [readonly string[], string, string, string, string]) => {
      const before = store.photos.filter((photo) => photo.subjectId === subjectId && photo.purpose === purpose).length;
      store.photos.push(...ids.map((id) => ({ id, uploaderId, subjectId, purpose, at: store.now })));
      return [{ attached: ids.length, before }];
    },
    'next-in-series': ([series]: [string]) => {
      const last = (store.series.get(series) ?? 0) + 1;
      store.series.set(series, last);
      return [{ last }];
    },
  };
}

/** Units that belonged to the alliances of these divisions at a moment. */
export function memberUnits(
  { world }: Pick<Store, 'world'>,
  divisions: readonly string[],
  { at, category }: { readonly at: Date; readonly category: string | null },
): readonly { readonly unitId: string }[] {
  const ids = world.members
    .filter(
      ({ divisionCode, since, until }) => divisions.includes(divisionCode) && since <= at && (!until || until > at),
    )
    .map(({ unitId }) => unitId)
    .filter((id) => category === null || world.units.get(id)!.abilities.has(category));
  return [...new Set(ids)].map((unitId) => ({ unitId }));
}

/** Ids of photos that somebody uploaded a moment ago. */
export const newPhotos = (store: Store, count: number): string[] => Array.from({ length: count }, () => newId(store));
