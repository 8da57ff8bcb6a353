import { unitOf, type Viewer } from '../../../kernel/viewer.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import type { Parameters } from '../../../platform/reads/parameters.ts';
import type { Links } from '../../../platform/reads/predicate-sql.ts';
import { NO_LINKS, type OfferLinks } from './offer.policy.ts';

const membership = (it: string, parameters: Parameters) =>
  `FROM alliance_member m JOIN alliance a ON a.id = m.alliance_id WHERE a.division_code IN (${it}.community_code, ${it}.street_code)
    AND m.unit_id = ${parameters.term('UNIT', 'uuid')} AND m.term @> ${parameters.now()}`;

/** On what rights over an offer, or a booking of it, depend beyond its row: both have the places of the offer. */
export const offerLinks: Links = {
  member: (it, parameters) => `EXISTS (SELECT ${membership(it, parameters)})`,
  // The first nine digits of a code are those of its street.
  near: (it, parameters) =>
    `coalesce(${it}.street_code = left(${parameters.term('SCOPE', 'text')}, 9) || '000', false)`,
};

const LINKS = (table: 'resource_offer' | 'booking') => `
  SELECT EXISTS (SELECT FROM alliance_member m JOIN alliance a ON a.id = m.alliance_id
      WHERE a.division_code IN (o.community_code, o.street_code) AND m.unit_id = $2::uuid AND m.term @> $4::timestamptz) AS member,
    coalesce(o.street_code = left($3::text, 9) || '000', false) AS near
  FROM ${table} o WHERE o.id = $1`;

/** The same inside a transaction. */
export const linksIn =
  (table: 'resource_offer' | 'booking') =>
  async ({ id }: { readonly id: string }, viewer: Viewer, transaction: Transaction): Promise<OfferLinks> => {
    const unit = unitOf(viewer);
    const values = [id, unit, unit === null ? (viewer.post?.scope ?? null) : null, transaction.now];
    const [links] = await transaction.rows<OfferLinks>(`links-of-${table}`, LINKS(table), values);
    return links ?? NO_LINKS;
  };
