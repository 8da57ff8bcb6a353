import { id, reason } from '../../../../kernel/field.ts';
import { resolutionVerb } from '../resolution.case.ts';
import { resolutionReasons } from '../resolution.reasons.ts';

const LATER = `
  SELECT 1 FROM resolution r WHERE r.id = $1 AND r.alliance_id = $2 AND r.id <> $3 AND r.created_at > $4::timestamptz
    AND r.state NOT IN ('RECORDED', 'DROPPED', 'CANCELLED', 'SUPERSEDED')`;

export const supersede = resolutionVerb('supersede', {
  label: '以新事项替代',
  about: 'A later resolution of the same alliance stands in its place.',
  input: {
    byId: id('替代事项', 'The later resolution.', 'resolution'),
    reason: reason('What has changed.', '替代理由'),
  },
  async effect({ row, input, transaction }) {
    const values = [input.byId, row.allianceId, row.id, row.createdAt];
    const later = await transaction.rows('later-resolution', LATER, values);
    if (later.length === 0) resolutionReasons.refuse('RESOLUTION_SUPERSEDED_BY', { path: ['input', 'byId'] });
    row.supersededBy = input.byId;
    return { reason: input.reason, data: { byId: input.byId } };
  },
});
