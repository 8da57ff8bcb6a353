import { useQuery } from '@apollo/client/react';
import type { Choice } from '../filter-bar.tsx';
import { useViewer } from '../../shell/viewer.tsx';
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

/** Of which part of the lists it is spoken: a unit's own, one of its alliances; a place and those within it. */
export function useScopes(unitBeginsWith: typeof OURS | typeof ALL = OURS): Scopes {
  const viewer = useViewer();
  const unit = ofUnit(viewer) ? (viewer.post?.scope ?? null) : null;
  const place = unit === null ? (viewer.post?.division ?? null) : null;
  const alliances = useQuery(PartsAlliancesDocument, { variables: { unit: unit ?? '' }, skip: unit === null });
  const hasPlaces = place !== null && WITH_PLACES.includes(place.level);
  const places = useQuery(PartsPlacesDocument, { variables: { parent: place?.code ?? '' }, skip: !hasPlaces });
  if (unit !== null) {
    const named = (alliances.data?.unit?.alliances ?? []).map(({ name, division: { code } }) => ({
      ...{ value: code, label: name },
    }));
    const choices = [{ value: OURS, label: FILTERS.ours }, ...named, { value: ALL, label: FILTERS.allSeen }];
    return { choices, usual: unitBeginsWith, filterOf: meaning(unit, unitBeginsWith) };
  }
  const below = (places.data?.divisions.nodes ?? []).map(({ code, label }) => ({ value: code, label }));
  const own =
    place && place.level !== 'GRID'
      ? [{ value: place.code, label: hasPlaces ? FILTERS.ownPlace(place.label) : place.label }]
      : [];
  const usual = own[0]?.value ?? ALL;
  return { choices: [...own, ...below, { value: ALL, label: FILTERS.allSeen }], usual, filterOf: meaning(null, usual) };
}

const meaning =
  (unit: string | null, usual: string) =>
  (chosen: string = usual): Scoped => {
    if (chosen === ALL) return {};
    return chosen === OURS ? { ...(unit && { unit }) } : { division: chosen };
  };
