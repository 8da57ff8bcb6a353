import { type Behind, FINISHED, RUNNING, toOrders } from '../../parts/figures/links.ts';
import type { Measure } from '../../parts/figures/series.ts';
import type { RecordUnitQuery } from './gql/graphql.ts';
import { RECORD } from './record.texts.ts';

export type UnitRecord = RecordUnitQuery['unitRecord'][number];

/** One thing that is measured of a unit. */
export interface Line {
  readonly label: string;
  readonly measure: Measure;
  readonly own: number | null;
  readonly median: number | null;
  /** Is more better, worse, or neither? */
  readonly more: 'better' | 'worse' | 'neither';
  /** Said where there is no value of our own. */
  readonly lacking: string;
  readonly to: string | null;
}

/** What is measured, in the order in which it is read. */
export function linesOf(record: UnitRecord, { span }: Pick<Behind, 'span'>): readonly Line[] {
  const unit = record.unitId;
  const to = (more: Partial<Behind>) => toOrders({ span, unit, ...more });
  const line = (
    name: 'claimed' | 'running' | 'finished' | 'onTimePercent' | 'returned' | 'rated' | 'satisfiedPercent' | 'averageScore',
    more: Line['more'],
    rest: { readonly measure?: Measure; readonly to?: string; readonly lacking?: string } = {},
  ): Line => ({
    ...{ label: RECORD[name], more, own: record[name] ?? null, median: record[medianOf(name)] ?? null },
    ...{ measure: rest.measure ?? 'count', to: rest.to ?? null, lacking: rest.lacking ?? RECORD.noWork },
  });
  return [
    line('claimed', 'neither'),
    line('running', 'neither', { to: to({ states: RUNNING }) }),
    line('finished', 'neither', { to: to({ states: FINISHED }) }),
    line('onTimePercent', 'better', { measure: 'percent', to: to({ states: FINISHED, late: false }) }),
    line('returned', 'worse'),
    line('rated', 'neither', { to: to({ rated: true }) }),
    line('satisfiedPercent', 'better', { measure: 'percent', to: to({ rated: true }), lacking: RECORD.few }),
    line('averageScore', 'better', { measure: 'score', to: to({ rated: true }), lacking: RECORD.few }),
  ];
} // prettier-ignore

const medianOf = <N extends string>(name: N) =>
  `median${name.charAt(0).toUpperCase()}${name.slice(1)}` as `median${Capitalize<N>}`;

/** How the unit stands to the median, in words. */
export function comparedOf({ own, median, more }: Line): string {
  if (own === null || median === null) return RECORD.none;
  if (own === median) return RECORD.same;
  const above = own > median;
  if (more === 'neither') return above ? RECORD.longer : RECORD.shorter;
  return above === (more === 'better') ? RECORD.better : more === 'better' ? RECORD.worse : RECORD.longer;
}
