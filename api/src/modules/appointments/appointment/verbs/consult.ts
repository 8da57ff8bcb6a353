import { records } from '../service-record.ts';

export const consult = records('consult', {
  kind: 'CONSULT',
  about: 'Records that a matter was talked over (会商); something is recorded at least once a quarter.',
});
