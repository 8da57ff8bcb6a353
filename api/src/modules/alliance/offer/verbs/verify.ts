import { line, optional } from '../../../../kernel/field.ts';
import { offerVerb } from '../offer.case.ts';

export const verify = offerVerb('verify', {
  label: '核实通过',
  about: 'The office has made sure of the offer; it can be booked.',
  input: { finding: optional(line('核实情况', 'What was seen.', { max: 200 })) },
  effect({ row, input, viewer, now }) {
    Object.assign(row, { verifierId: viewer.personId, verifiedAt: now, sentBackAt: null });
    return { data: { text: input.finding } };
  },
});
