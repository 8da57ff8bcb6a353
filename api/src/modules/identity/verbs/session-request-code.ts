import { phone } from '../../../kernel/field.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { reasons } from '../identity.reasons.ts';
import { CODE_LIFE, CODE_PAUSE } from '../limits.ts';
import { issueCode } from '../one-time-code.ts';
import { CodeSentType } from '../session.type.ts';
import { countFailure, guardOfAddress, refuseWhileLocked } from '../sign-in-guard.ts';
import { smsOf } from '../sms.ts';

export const requestCode = defineVerb({
  noun: 'session',
  action: 'requestCode',
  label: '获取验证码',
  about: 'Sends a one-time code to a phone, whether it is known here or not. Once a minute and ten times a day.',
  by: 'ANYONE',
  input: { phone: phone('手机号码', 'Where the code is sent.') },
  shows: { field: 'sent', type: () => CodeSentType },
  async prepare({ input, house, exchange }) {
    const guards = guardOfAddress(house, exchange, 'code');
    await refuseWhileLocked(house, guards);
    await countFailure(house, guards);
    const code = await issueCode(house, input.phone);
    const text = `【共治】您的验证码是${code}，5分钟内有效。请勿告诉他人；如非本人操作，请忽略。`;
    await smsOf(house)
      .send(input.phone, text)
      .catch((error: unknown) => {
        house.log.error({ err: error }, 'sms not sent');
        reasons.refuse('CODE_NOT_SENT');
      });
  },
  perform() {
    return Promise.resolve({ value: { validSeconds: CODE_LIFE / 1000, againSeconds: CODE_PAUSE / 1000 } });
  },
});
