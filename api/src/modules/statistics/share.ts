/** Of how few people nothing is said but that there were few: a share of them would tell who said what, and means nothing. */
export const FEW = 5;

/** SQL: so many per hundred, to one decimal; null of fewer than `least`. */
export const percentSql = (part: string, whole: string, least = 1): string =>
  `CASE WHEN ${whole} >= ${String(least)} THEN round(100.0 * ${part} / ${whole}, 1)::float8 END`;

/** SQL: the mean to one decimal; null of fewer than `least`. */
export const meanSql = (sum: string, many: string, least: number): string =>
  `CASE WHEN ${many} >= ${String(least)} THEN round(1.0 * ${sum} / ${many}, 1)::float8 END`;

/** SQL of an aggregate: the median of a column to one decimal; null when fewer than `FEW` have a value. */
export const medianSql = (column: string): string =>
  `CASE WHEN count(${column}) >= ${String(FEW)} THEN round((percentile_cont(0.5) WITHIN GROUP (ORDER BY ${column}))::numeric, 1)::float8 END`;
