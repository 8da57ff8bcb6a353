import { agreementVerb } from '../agreement.case.ts';

export const nearEnd = agreementVerb('nearEnd', {
  label: '到期提醒',
  about: 'Sixty days before the end both sides are told; from now on it can be renewed.',
  effect: ({ row }) => ({ data: { endsOn: row.endsOn } }),
});
