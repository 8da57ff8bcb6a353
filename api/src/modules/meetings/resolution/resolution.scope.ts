import type { Parameters } from '../../../platform/reads/parameters.ts';
import type { Links } from '../../../platform/reads/predicate-sql.ts';

const unit = (parameters: Parameters) => parameters.term('UNIT', 'uuid');

/** On what rights over a resolution depend beyond its row, in SQL; and whether the work that it became is done. */
export const resolutionLinks: Links = {
  coUnit: (r, parameters) => `(${r}.co_unit_ids <> '{}' AND ${r}.co_unit_ids @> ARRAY[${unit(parameters)}])`,
  member: (r, parameters) =>
    `EXISTS (SELECT FROM alliance_member am WHERE am.alliance_id = ${r}.alliance_id AND am.unit_id = ${unit(parameters)} AND am.term @> ${parameters.now()})`,
  within: (r, parameters) =>
    `EXISTS (SELECT FROM division d WHERE d.code = ${parameters.term('SCOPE', 'text')} AND d.path @> ARRAY[${r}.street_code])`,
  workDone: (r) =>
    `(EXISTS (SELECT FROM orders o WHERE o.id = ${r}.order_id AND o.state = 'CLEARED') OR EXISTS (SELECT FROM project p WHERE p.id = ${r}.project_id AND p.state = 'CLEARED'))`,
};
