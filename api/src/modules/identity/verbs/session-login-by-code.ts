import { choice, code, line, oneTimeCode, optional, personName, phone, type InputOf } from '../../../kernel/field.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { Carrier } from '../identity.choices.ts';
import { reasons } from '../identity.reasons.ts';
import { checkCode, useCode } from '../one-time-code.ts';
import { communityFor } from '../post.ts';
import { personByPhone, residentFor } from '../resident.ts';
import { ROLES_BY_CODE } from '../role.choice.ts';
import { handOver, openSession } from '../session.ts';
import { SessionType } from '../session.type.ts';
import { countFailure, guardOfAddress, refuseWhileLocked } from '../sign-in-guard.ts';

const input = {
  phone: phone('手机号码', 'To which the code was sent.'),
  code: oneTimeCode('验证码', 'Six digits; good for five minutes, five tries and one login.'),
  name: optional(personName('姓名', 'For whoever is not registered yet.')),
  community: optional(code('所在社区（村）', 'For whoever is not registered as a resident yet.', 'division')),
  address: optional(line('住址', 'Building, entrance, door; for whoever is not registered yet.', { max: 100 })),
  carrier: choice('携带方式', 'Browsers take a cookie, programs a bearer token.', Carrier),
};

export const loginByCode = defineVerb({
  noun: 'session',
  action: 'loginByCode',
  label: '验证码登录',
  about:
    'Signs in a resident by the code sent to their phone, and registers who is new. Opens no office: officials use their password.',
  by: 'ANYONE',
  signsIn: true,
  input,
  shows: { field: 'session', type: () => SessionType },
  async prepare({ input: { phone: number, code: given }, house, exchange }) {
    const guards = guardOfAddress(house, exchange);
    await refuseWhileLocked(house, guards);
    try {
      await checkCode(house, number, given);
    } catch (refusal) {
      await countFailure(house, guards);
      throw refusal;
    }
  },
  async perform({ input: given, viewer, transaction, exchange }) {
    const { personId, registered } = await holderOf(given, transaction);
    await useCode(transaction, given.phone, given.code);
    const opened = await openSession({ personId, method: 'CODE', passwordHash: null }, viewer, transaction);
    const { sessionId, postId, replaced } = opened;
    return {
      value: handOver(opened, given.carrier, exchange, transaction.house),
      event: { subjectId: sessionId, personId, effect: { data: { method: 'CODE', postId, registered, replaced } } },
    };
  },
});

/** Who holds the phone. The code stays good when something is missing, so that the caller can add it. */
async function holderOf(
  given: InputOf<typeof input>,
  transaction: Transaction,
): Promise<{ personId: string; registered: boolean }> {
  const known = await personByPhone(transaction, given.phone);
  if (known && (await holdsPostByCode(known, transaction))) return { personId: known, registered: false };
  const { name, community } = given;
  if (!community) return reasons.refuse('REGISTRATION_NEEDED', { path: ['input', 'community'] });
  if (!known && !name) return reasons.refuse('REGISTRATION_NEEDED', { path: ['input', 'name'] });
  await communityFor(community, ['input', 'community'], transaction);
  const resident = { phone: given.phone, community, address: given.address, name: name ?? '' };
  return { personId: await residentFor(transaction, resident), registered: true };
}

async function holdsPostByCode(personId: string, transaction: Transaction): Promise<boolean> {
  const text = `SELECT 1 FROM post WHERE person_id = $1 AND role = ANY ($2::text[])
    AND starts_at <= $3 AND (ends_at IS NULL OR ends_at > $3) LIMIT 1`;
  return (await transaction.rows('post-by-code', text, [personId, ROLES_BY_CODE, transaction.now])).length > 0;
}
