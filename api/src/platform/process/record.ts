import type { ClockReading, DomainEvent, Places } from '../../kernel/event.ts';
import { unitOf, type Viewer } from '../../kernel/viewer.ts';
import type { Effect } from './verb.ts';
import { newId } from '../identifier.ts';
import type { Case, CaseRow } from './case.ts';

const NOWHERE: Places = { district: null, street: null, community: null, grid: null };

interface Scene {
  readonly places?: Places;
  readonly unitIds?: readonly string[];
  readonly personIds?: readonly string[];
}

interface Fact extends Scene {
  readonly noun: string;
  readonly subjectId: string;
  readonly action: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly viewer: Viewer;
  readonly at: Date;
  readonly effect?: Effect | undefined;
  readonly changes?: Readonly<Record<string, unknown>>;
  readonly clocks?: readonly ClockReading[];
}

/** Makes the one event of a change. */
// eslint-disable-next-line complexity -- what was left out, nothing is decided
export function eventOf({ viewer, effect = {}, ...fact }: Fact): DomainEvent {
  return {
    id: newId(fact.at),
    ...{
      noun: fact.noun,
      subjectId: fact.subjectId,
      action: fact.action,
      from: fact.from ?? null,
      to: fact.to ?? null,
      at: fact.at,
    },
    ...{
      personId: viewer.personId,
      postId: viewer.post?.id ?? null,
      role: viewer.kind === 'CLOCK' ? 'CLOCK' : (viewer.post?.role ?? null),
    },
    ...{ unitId: unitOf(viewer), onBehalfOf: effect.onBehalfOf ?? null, reason: effect.reason ?? null },
    data: {
      ...effect.data,
      ...(fact.changes && Object.keys(fact.changes).length > 0 ? { changes: fact.changes } : {}),
    },
    clocks: fact.clocks ?? [],
    places: fact.places ?? NOWHERE,
    unitIds: [...new Set([...(fact.unitIds ?? []), ...(effect.unitIds ?? [])])],
    personIds: [...new Set([...(fact.personIds ?? []), ...(effect.personIds ?? [])])],
  };
}

/** Makes the one event of a change to a case: the same, with where it is, whom it concerns and what it is called. */
export function caseEventOf(
  of: Case,
  row: CaseRow,
  fact: Omit<Fact, 'noun' | 'subjectId' | 'to' | keyof Scene>,
): DomainEvent {
  const { effect, ...rest } = fact;
  const headline = of.headline?.(row);
  return eventOf({
    ...{ noun: of.process.noun, subjectId: row.id, to: row.state },
    ...rest,
    effect: headline === undefined ? effect : { ...effect, data: { ...effect?.data, headline } },
    ...{ places: of.places(row), ...of.concerned(row) },
  });
}
