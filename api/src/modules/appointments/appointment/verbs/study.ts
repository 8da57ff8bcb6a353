import { date } from '../../../../kernel/field.ts';
import { appointmentVerb } from '../appointment.case.ts';
import { opinionField, refuseAhead } from '../appointment.input.ts';

export const study = appointmentVerb('study', {
  label: '组织研究通过',
  about: 'The body takes whoever was sent: the community’s party organisation, or the unit that receives.',
  input: { studiedOn: date('研究日期', 'When they met.'), opinion: opinionField('What they think of it.') },
  effect({ row, input: { studiedOn, opinion }, now }) {
    refuseAhead(studiedOn, { field: 'studiedOn', label: '研究日期', now });
    Object.assign(row, { studiedOn, opinion });
    return { data: { studiedOn, text: opinion } };
  },
});
