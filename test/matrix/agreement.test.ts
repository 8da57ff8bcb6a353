import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { agreementProcess } from '../../api/src/modules/alliance/agreement/agreement.process.ts';
import { insertRow } from '../support/matrix-cast.ts';
import { matrixOf } from '../support/matrix-suite.ts';
import type { Shown } from '../support/somebody.ts';
import { COMMUNITY } from '../support/world.ts';

const AT = '2026-11-01T02:00:00Z';
const TEXT = { title: '演示共驻共建协议', startsOn: '2026-11-03', endsOn: '2027-11-02' };
const WRITTEN = ['共同目标\n一起把小区建好'];
const CLAUSES = [{ title: '共同目标', text: '一起把小区建好' }];
/** What lies between the parties: a change of the text from the unit, a longer term from the alliance, notice from the unit. */
const PENDING = {
  ...{ amendment_no: 2, amendment_side: 'UNIT', renewal_ends_on: '2028-11-02', renewal_side: 'ALLIANCE' },
  ...{ notice_side: 'UNIT', notice_ends_at: '2026-12-01T16:00:00Z' },
};

matrixOf(agreementProcess, {
  async open({ world, outsideUnitId, all: { worker, secretary } }) {
    const { rows } = await world.sql.query<{ id: string }>('SELECT id FROM alliance WHERE division_code = $1', [COMMUNITY]);
    const input = { ...TEXT, allianceId: rows[0]!.id, unitId: outsideUnitId, clauses: WRITTEN, idempotencyKey: randomUUID() };
    const { payload } = await worker.calls('agreementCreate', input, 'agreement { id }');
    const { id } = payload!['agreement'] as Shown as { id: string };
    const version = { agreement_id: id, starts_on: '2026-11-03', ends_on: '2027-11-02', clauses: CLAUSES, changes: [], at: AT };
    const around = async (state: string) => {
      for (const table of ['signature', 'statement', 'review', 'version']) await world.sql.query(`DELETE FROM agreement_${table} WHERE agreement_id = $1`, [id]);
      if (state === 'DRAFT') return;
      await insertRow(world, 'agreement_version', { ...version, n: 1, by_side: 'ALLIANCE', person_id: secretary.who.id });
      await insertRow(world, 'agreement_version', { ...version, n: 2, by_side: 'UNIT' });
    };
    const columns = (state: string) => ({
      ...{ version_no: state === 'DRAFT' ? 0 : 2, turn_side: 'UNIT', revision: 1, in_force_no: 1, active_at: state === 'DRAFT' ? null : AT },
      ...{ signed_side: state === 'ONE_SIGNED' ? 'UNIT' : null, ...PENDING },
    }); // prettier-ignore
    return { id, around, columns, values: { ...TEXT, clauses: WRITTEN } };
  },
}); // prettier-ignore
