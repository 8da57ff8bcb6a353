import { choice, code, helped, id, instant, optional } from '../../../kernel/field.ts';
import { common } from '../../../kernel/refusal.ts';
import type { Role } from '../../../kernel/viewer.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { refuseConflict } from '../conflict.ts';
import { reasons } from '../identity.reasons.ts';
import { insertPosts, refuseByAppointment, scopeFor } from '../post.ts';
import { postInTransaction } from '../post.reads.ts';
import { PostType } from '../post.type.ts';
import { RoleChoice, ROLES_BY_CODE } from '../role.choice.ts';
import { newId } from '../../../platform/identifier.ts';

async function kindOf(personId: string, transaction: Transaction): Promise<string> {
  const [row] = await transaction.rows<{ kind: string }>(
    'person-kind',
    'SELECT kind FROM person WHERE id = $1 FOR SHARE',
    [personId],
  );
  return row?.kind ?? common.refuse('NOT_FOUND', { path: ['input', 'personId'] });
}

export const grant = defineVerb({
  noun: 'post',
  action: 'grant',
  label: '授予身份',
  about: 'Gives a person a role at a place or in a unit for a term. The three administrators stay three people.',
  by: ['SECURITY_ADMIN'],
  input: {
    personId: id('人员', 'Who is to hold it.', 'person'),
    role: choice('角色', 'What they will be.', RoleChoice),
    divisionCode: helped(
      '区、镇街、社区、网格的角色填写',
      optional(code('任职区划', 'For roles of the district, a street, community or grid.', 'division')),
    ),
    unitId: helped('单位的角色填写', optional(id('任职单位', 'For roles in a unit.', 'unit'))),
    startsAt: helped('不填则从现在起', optional(instant('任期开始', 'Now, if left out.'))),
    endsAt: helped('不填则不设期限', optional(instant('任期结束', 'First moment after the term; open, if left out.'))),
  },
  shows: { field: 'post', type: () => PostType },
  async perform({ input, viewer, now, transaction }) {
    const { personId, role, endsAt } = input;
    refuseByAppointment(role, ['input', 'role']);
    if (personId === viewer.personId) reasons.refuse('OWN_POST', { path: ['input', 'personId'] });
    const startsAt = input.startsAt ?? now;
    if (endsAt && (endsAt <= startsAt || endsAt <= now)) reasons.refuse('POST_TERM', { path: ['input', 'endsAt'] });
    await refuseUnfit(personId, role, transaction);
    const scope = await scopeFor(role, input, transaction);
    const postId = newId(now);
    const post = { id: postId, personId, role, scope, startsAt, endsAt, grantedBy: viewer.personId };
    await insertPosts(transaction.rows, [post]).catch(refuseConflict);
    const data = { personId, role, scope, startsAt: startsAt.toISOString(), endsAt: endsAt?.toISOString() ?? null };
    return {
      value: await postInTransaction(transaction, postId),
      event: { subjectId: postId, effect: { data, personIds: [personId] } },
    };
  },
});

/** Offices are held by officials: a code sent to a phone opens none. */
async function refuseUnfit(personId: string, role: Role, transaction: Transaction): Promise<void> {
  if ((await kindOf(personId, transaction)) === 'RESIDENT' && !ROLES_BY_CODE.includes(role))
    reasons.refuse('PERSON_IS_RESIDENT', { path: ['input', 'personId'] });
}
