import { useSearchParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { LIGHTS } from '../../../texts/lights.ts';
import { BOARD } from '../../../texts/figures.ts';
import { BoardNamesDocument, type Light } from '../gql/graphql.ts';
import { instantsOf, type Span, spanOf } from '../../../parts/figures/span.ts';

const FLAGS = ['late', 'rated', 'open', 'overdue', 'inTime'] as const;
type Flag = (typeof FLAGS)[number];

/** What stands in the address of a list behind a figure. */
export interface Conditions {
  readonly span: Span;
  readonly instants: ReturnType<typeof instantsOf>;
  readonly division: string | null;
  readonly unit: string | null;
  readonly alliance: string | null;
  readonly states: readonly string[] | null;
  readonly light: Light | null;
  readonly flags: Readonly<Partial<Record<Flag, boolean>>>;
}

export function useConditions(): Conditions {
  const [params] = useSearchParams();
  const { span } = spanOf(params);
  const light = params.get('light');
  const flags = FLAGS.flatMap((flag) => (params.has(flag) ? [[flag, params.get(flag) === 'true'] as const] : []));
  return {
    ...{ span, instants: instantsOf(span), division: params.get('division'), unit: params.get('unit') },
    ...{ alliance: params.get('alliance'), states: params.get('states')?.split(',') ?? null },
    light: light !== null && light in LIGHTS ? (light as Light) : null,
    flags: Object.fromEntries(flags),
  };
}

const SAID: Readonly<Record<Flag, readonly [yes: string, no: string]>> = {
  late: [BOARD.isLate, BOARD.isNotLate],
  rated: [BOARD.isRated, BOARD.isNotRated],
  open: [BOARD.running, BOARD.isOver],
  overdue: [BOARD.overdue, BOARD.isNotOverdue],
  inTime: [BOARD.isInTime, BOARD.isNotInTime],
};

/** What the place and the unit are called. */
function useNames(division: string | null, unit: string | null): readonly (string | undefined)[] {
  const variables = {
    division: division ?? '',
    unit: unit ?? '',
    withDivision: division !== null,
    withUnit: unit !== null,
  };
  const { data } = useQuery(BoardNamesDocument, { variables, skip: division === null && unit === null });
  return [data?.division?.label, data?.unit?.name];
}

/** The conditions in words, for the line below the title. */
export function useSaid({ span, division, unit, light, flags }: Conditions): string {
  const names = useNames(division, unit);
  const marks = FLAGS.flatMap((flag) => (flag in flags ? [SAID[flag][flags[flag] ? 0 : 1]] : []));
  const said = [BOARD.spanOf(span.from, span.to), ...names, light && LIGHTS[light].word, ...marks];
  return said.filter(Boolean).join(' · ');
} // prettier-ignore
