import type { UnitKind } from '../../api/src/modules/units/index.ts';
import type { Figure } from '../people.seed.ts';
import type { Sql } from '../sql.ts';

/** A unit that works with a community by agreement, and since when. */
export interface Ally {
  readonly id: string;
  readonly kind: UnitKind;
  readonly shortName: string;
  readonly divisionCode: string;
  readonly since: Date;
}

/** An urban community with those who act for it. */
export interface Community {
  readonly code: string;
  readonly label: string;
  readonly street: string;
  readonly allies: readonly Ally[];
}

const ALLIES = `
  SELECT c.code, c.label, c.parent_code AS street, u.id, u.kind, u.short_name AS "shortName", u.division_code AS "divisionCode",
    min(lower(m.term)) AS since
  FROM division c JOIN alliance a ON a.division_code IN (c.code, c.parent_code)
  JOIN alliance_member m ON m.alliance_id = a.id AND m.term @> $1::timestamptz
  JOIN unit u ON u.id = m.unit_id AND u.division_code IN (c.code, c.parent_code)
  WHERE c.level = 'COMMUNITY' GROUP BY c.code, u.id ORDER BY c.code, u.division_code = c.code DESC, u.id`;

type Found = Ally & Omit<Community, 'allies'>;

/** Urban communities, each with the units of its own and of its street that have an agreement now. */
export async function communitiesOf(sql: Sql, at: Date): Promise<readonly Community[]> {
  const { rows } = await sql.query(ALLIES, [at]);
  const byCode = Map.groupBy(rows as Found[], ({ code }) => code);
  return [...byCode.values()].map((allies) => {
    const { code, label, street } = allies[0]!;
    return { code, label, street, allies };
  });
}

/** Everybody, by role and by where the role is held. */
export class Offices {
  private readonly held: ReadonlyMap<string, readonly Figure[]>;

  constructor(figures: readonly Figure[]) {
    this.held = Map.groupBy(figures, ({ role, scope }) => `${role} ${scope}`);
  }

  one(role: Figure['role'], scope: string, index = 0): Figure {
    const found = this.held.get(`${role} ${scope}`) ?? [];
    return found[index % Math.max(found.length, 1)] ?? missing(role, scope);
  }
}

function missing(role: string, scope: string): never {
  throw new Error(`The demo world has no ${role} at ${scope}`);
}
