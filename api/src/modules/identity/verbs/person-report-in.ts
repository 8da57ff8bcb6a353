import { code } from '../../../kernel/field.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { Division } from '../../divisions/index.ts';
import { communityFor } from '../post.ts';

export const reportIn = defineVerb({
  noun: 'person',
  action: 'reportIn',
  label: '到社区报到',
  about:
    'A party member reports in to the community where they live or work (双报到). Reporting in again changes nothing.',
  by: 'SIGNED_IN',
  input: { community: code('社区（村）', 'Where they report in.', 'division') },
  shows: { field: 'community', type: () => Division.type },
  async perform({ input: { community }, viewer, now, transaction }) {
    const division = await communityFor(community, ['input', 'community'], transaction);
    const personId = viewer.personId!;
    const text =
      'INSERT INTO person_attachment (person_id, community, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1';
    const added = await transaction.rows('person-report-in', text, [personId, community, now]);
    return {
      value: division,
      ...(added.length > 0 && { event: { subjectId: personId, effect: { data: { community } } } }),
    };
  },
});
