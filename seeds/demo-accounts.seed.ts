import { ROLES, type Role } from '../api/src/kernel/viewer.ts';
import { DEMO_PASSWORD, type ShownAccount } from './accounts.ts';
import type { Figure } from './people.seed.ts';
import type { Sql } from './sql.ts';

const MEMBERS = `SELECT u.id FROM unit u JOIN alliance_member m ON m.unit_id = u.id JOIN alliance a ON a.id = m.alliance_id
  WHERE a.division_code = $1 AND u.division_code = $1 AND u.state = 'ACTIVE' AND m.term @> $2::timestamptz ORDER BY u.division_code, u.id`;

/**
 * Chooses whom the page names: everybody who meets over one order. All belong to one street: the resident and the community,
 * the street, two units of its alliance; over one joint meeting: the heads of the units that sit in the community; and those who look on
 * from the district.
 */
export async function seedDemoAccounts(sql: Sql, figures: readonly Figure[], at: Date): Promise<void> {
  const worker = figures.find(({ role }) => role === 'COMMUNITY_WORKER')!;
  const street = `${worker.scope.slice(0, 9)}000`;
  const membersOf = async (code: string) => (await sql.query(MEMBERS, [code, at])).rows as { id: string }[];
  const [units, neighbours] = [await membersOf(street), await membersOf(worker.scope)];
  const chosen: (readonly [Role, string])[] = [
    ...(['RESIDENT', 'COMMUNITY_WORKER', 'COMMUNITY_SECRETARY'] as const).map((role) => [role, worker.scope] as const),
    ['GRID_WORKER', `${worker.scope}001`],
    ...(['STREET_REVIEWER', 'STREET_COMMITTEE'] as const).map((role) => [role, street] as const),
    ...units.slice(0, 2).map(({ id }) => ['UNIT_LIAISON', id] as const),
    ['UNIT_LEAD', units[0]!.id],
    ...neighbours.slice(0, 3).map(({ id }) => ['UNIT_LEAD', id] as const),
    ...(['SUPERVISOR', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR'] as const).map(
      (role) => [role, '610303000000'] as const,
    ),
  ];
  const shown = chosen.map(([role, scope]) =>
    shownOf(figures.find((one) => one.role === role && one.scope === scope)!),
  );
  await sql.query(
    `INSERT INTO demo_account (position, role_label, name, where_label, login, password)
     SELECT ordinality, value->>'role', value->>'name', value->>'where', value->>'login', value->>'password'
     FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY`,
    [JSON.stringify(shown)],
  );
}

function shownOf({ role, name, where, login }: Figure): ShownAccount {
  return { role: ROLES[role].label, name, where, login, password: role === 'RESIDENT' ? null : DEMO_PASSWORD };
}
