import type { Role, Viewer } from '../../kernel/viewer.ts';
import type { Parameters } from '../../platform/reads/parameters.ts';
import type { Links } from '../../platform/reads/predicate-sql.ts';

/** Roles for which something merged into an order can matter. */
export const MERGERS: readonly Role[] = ['RESIDENT', 'COMMUNITY_WORKER', 'GRID_WORKER'];

const unit = (parameters: Parameters) => parameters.term('SCOPE', 'uuid');
const me = (parameters: Parameters) => parameters.term('PERSON', 'uuid');

/** Residents speak for what they ordered, officials for what they took down. */
const mine = (viewer: Viewer, parameters: Parameters) =>
  viewer.post?.role === 'RESIDENT'
    ? `m.orderer_id = ${me(parameters)}`
    : `m.on_behalf AND m.enterer_id = ${me(parameters)}`;

const offer = (o: string, parameters: Parameters) =>
  `FROM order_audience a WHERE a.order_id = ${o}.id AND a.unit_id = ${unit(parameters)}`;
const shareOf = (o: string, parameters: Parameters) =>
  `FROM order_share s WHERE s.order_id = ${o}.id AND s.unit_id = ${unit(parameters)}`;
const mergedMine = (o: string, parameters: Parameters, viewer: Viewer) =>
  `FROM orders m WHERE m.master_id = ${o}.id AND ${mine(viewer, parameters)}`;

/** On what rights over an order depend beyond its row, in SQL; and what the viewer, or the street for the round, has done already. */
export const orderLinks: Links = {
  eligible: {
    value: (o, parameters) => `coalesce((SELECT true ${offer(o, parameters)}), false)`,
    found: (o, parameters) => `EXISTS (SELECT 1 ${offer(o, parameters)})`,
  },
  share: {
    value: (o, parameters) => `(SELECT s.state ${shareOf(o, parameters)})`,
    found: (o, parameters, { values }) =>
      `EXISTS (SELECT 1 ${shareOf(o, parameters)}${values === null ? '' : ` AND s.state IN (${values})`})`,
  },
  merged: {
    value: (o, parameters, viewer) => `coalesce((SELECT true ${mergedMine(o, parameters, viewer)} LIMIT 1), false)`,
    found: (o, parameters, { viewer }) => `EXISTS (SELECT 1 ${mergedMine(o, parameters, viewer)})`,
  },
  // Most orders have no followers and are not in the index.
  followed: (o, parameters) => `(${o}.follower_ids <> '{}' AND ${o}.follower_ids @> ARRAY[${me(parameters)}])`,
  rated: (o, parameters) =>
    `EXISTS (SELECT 1 FROM order_rating r WHERE r.order_id = ${o}.id AND r.round = ${o}.round AND r.person_id = ${me(parameters)})`,
  evaluated: (o) => `${o}.evaluated_round = ${o}.round`,
};
