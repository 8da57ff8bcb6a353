import type { Case, CaseRow } from '../../api/src/platform/process/case.ts';
import { readCase } from '../../api/src/platform/process/lock.ts';
import { inTransaction } from '../../api/src/platform/process/transaction.ts';
import { viewerOf } from './cast.ts';
import type { Somebody } from './somebody.ts';
import type { World } from './world.ts';

/** A case that is put into states by hand: whatever is tried on it can be undone. */
export class MatrixCase {
  private row: unknown;

  constructor(
    private readonly world: World,
    readonly of: Case,
    readonly id: string,
  ) {}

  get table(): string {
    return (this.of.row as unknown as { meta: { tableName: string } }).meta.tableName;
  }

  /** Puts the case into a state; columns beside it as given. */
  async put(state: string, columns: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const { rows } = await this.world.sql.query<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(t) AS row FROM ${this.table} t WHERE id = $1`,
      [this.id],
    );
    const { row } = rows[0]!;
    const held = 'held_state' in row ? { held_state: this.heldIn(state) } : {};
    await this.write({ ...row, ...held, state, yellow_at: null, due_at: null, ...columns });
    this.row = (await this.world.sql.query(`SELECT to_jsonb(t) AS row FROM ${this.table} t WHERE id = $1`, [this.id])).rows[0].row; // prettier-ignore
  }

  /** As it was put. */
  async undo(): Promise<void> {
    await this.write(this.row as Record<string, unknown>);
  }

  /** Everything that is kept of the case, and how much has happened in the house. */
  async kept(): Promise<unknown> {
    const { rows } = await this.world.sql.query(
      `SELECT to_jsonb(t) AS row, (SELECT count(*)::int FROM event) AS events,
         (SELECT jsonb_agg(to_jsonb(c) ORDER BY c.action) FROM process_clock c WHERE c.subject_id = t.id) AS clocks
       FROM ${this.table} t WHERE id = $1`,
      [this.id],
    );
    return rows[0];
  }

  /** How somebody stands to the case by its policy, asked of nothing else of the engine. */
  standing(who: Somebody): Promise<{ readonly relations: ReadonlySet<string>; readonly visible: boolean }> {
    const { policy } = this.of;
    const viewer = viewerOf(who);
    return inTransaction(this.world.app.house, async (transaction) => {
      const links = await policy.links({ id: this.id }, viewer, transaction);
      const row = (await readCase(this.of, this.id, transaction)) as CaseRow;
      return { relations: policy.relations(row, viewer, links), visible: policy.visible(row, viewer, links) };
    });
  }

  /** A state from which the case was put on hold where it stands now. */
  private heldIn(state: string): string | null {
    const { steps } = this.of.process;
    if (!steps.some(({ to, from }) => to === 'HELD' && from.includes(state))) return null;
    return steps.find(({ to }) => to === state)?.from[0] ?? null;
  }

  private async write(row: Readonly<Record<string, unknown>>): Promise<void> {
    const { sql } = this.world;
    const columns = (await this.columns()).map((name) => `"${name}"`).join(', '); // prettier-ignore
    await sql.query('DELETE FROM process_clock WHERE subject_id = $1', [this.id]);
    await sql.query(
      `UPDATE ${this.table} SET (${columns}) = (SELECT ${columns} FROM jsonb_populate_record(NULL::${this.table}, $2)) WHERE id = $1`,
      [this.id, JSON.stringify(row)],
    );
  }

  private known: readonly string[] | null = null;
  private async columns(): Promise<readonly string[]> {
    const text = `SELECT column_name::text AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' AND column_name <> 'id'`;
    this.known ??= (await this.world.sql.query<{ name: string }>(text, [this.table])).rows.map(({ name }) => name);
    return this.known;
  }
}
