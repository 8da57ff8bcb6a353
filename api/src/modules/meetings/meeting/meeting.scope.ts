import type { Parameters } from '../../../platform/reads/parameters.ts';
import type { Links } from '../../../platform/reads/predicate-sql.ts';

const unit = (parameters: Parameters) => parameters.term('UNIT', 'uuid');

const membership = (m: string, parameters: Parameters) =>
  `EXISTS (SELECT FROM alliance_member am WHERE am.alliance_id = ${m}.alliance_id AND am.unit_id = ${unit(parameters)} AND am.term @> ${parameters.now()})`;
const attendance = (m: string, parameters: Parameters, condition: string) =>
  `EXISTS (SELECT FROM meeting_attendee ma WHERE ma.meeting_id = ${m}.id AND ma.unit_id = ${unit(parameters)} AND ${condition})`;

/** On what rights over a joint meeting depend beyond its row, in SQL. */
export const meetingLinks: Links = {
  member: membership,
  entitled: (m, parameters) => attendance(m, parameters, 'ma.entitled'),
  invited: (m, parameters) => attendance(m, parameters, 'NOT ma.entitled'),
  attended: (m, parameters) => attendance(m, parameters, 'ma.checked_in_at IS NOT NULL'),
  within: (m, parameters) =>
    `EXISTS (SELECT FROM division d WHERE d.code = ${parameters.term('SCOPE', 'text')} AND d.path @> ARRAY[${m}.street_code])`,
};
