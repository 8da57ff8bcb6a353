import { useQuery } from '@apollo/client/react';
import type { Choice } from '../filter-bar.tsx';
import { type Post, useViewer, type Viewer } from '../../shell/viewer.tsx';
import { FILTERS } from '../../texts/filters.ts';
import { PartsAlliancesDocument, PartsPlacesDocument } from '../gql/graphql.ts';
import { ofUnit } from './roles.ts';

const WITH_PLACES = ['DISTRICT', 'STREET', 'TOWN'];
const OURS = 'ours';
const ALL = 'all';

interface Scoped {
  readonly unit?: string;
  readonly division?: string;
}

export interface Scopes {
  readonly choices: readonly Choice[];
  readonly usual: string;
  /** What a choice means to the server. */
  readonly filterOf: (chosen: string | undefined) => Scoped;
}

type Place = NonNullable<Post['division']>;

/** The alliances of a unit. */
function useAllianceChoices(unit: string | null): readonly Choice[] {
  const { data } = useQuery(PartsAlliancesDocument, { variables: { unit: unit ?? '' }, skip: unit === null });
  return (data?.unit?.alliances ?? []).map(({ name, division }) => ({ value: division.code, label: name }));
}

/** A place, and those directly below it. */
function usePlaceChoices(place: Place | null): readonly Choice[] {
  const hasPlaces = place !== null && WITH_PLACES.includes(place.level);
  const { data } = useQuery(PartsPlacesDocument, { variables: { parent: place?.code ?? '' }, skip: !hasPlaces });
  const below = (data?.divisions.nodes ?? []).map(({ code, label }) => ({ value: code, label }));
  return place === null || place.level === 'GRID' ? [] : [ownOf(place), ...below];
}

const ownOf = ({ code, label, level }: Place): Choice => ({
  ...{ value: code, label: WITH_PLACES.includes(level) ? FILTERS.ownPlace(label) : label },
});

/** Where somebody serves: in a unit, or at a place. */
function servedBy(viewer: Viewer): { readonly unit: string | null; readonly place: Place | null } {
  const { scope = null, division = null } = viewer.post ?? {};
  return ofUnit(viewer) ? { unit: scope, place: null } : { unit: null, place: division };
}

/** Of which part of the lists it is spoken: a unit's own, one of its alliances; a place and those within it. */
export function useScopes(unitBeginsWith: typeof OURS | typeof ALL = OURS): Scopes {
  const { unit, place } = servedBy(useViewer());
  const alliances = useAllianceChoices(unit);
  const places = usePlaceChoices(place);
  const named = unit === null ? places : [{ value: OURS, label: FILTERS.ours }, ...alliances];
  const usual = unit === null ? (places[0]?.value ?? ALL) : unitBeginsWith;
  return { choices: [...named, { value: ALL, label: FILTERS.allSeen }], usual, filterOf: meaning(unit, usual) };
}

const meaning =
  (unit: string | null, usual: string) =>
  (chosen: string = usual): Scoped => {
    if (chosen === ALL) return {};
    return chosen === OURS ? { ...(unit && { unit }) } : { division: chosen };
  };
