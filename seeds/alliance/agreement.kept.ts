import type { Answers } from '../memory/store.ts';
import { insertRows, type TableRow } from '../rows.ts';
import type { Sql } from '../sql.ts';

type Values = readonly unknown[];

const rowOf = (names: string, values: Values): TableRow =>
  Object.fromEntries(names.split(' ').map((name, index) => [name, values[index]]));

const VERSION = 'agreement_id n starts_on ends_on clauses changes by_side person_id note at';
const SIGNATURE = 'agreement_id revision side paper version_n starts_on ends_on person_id post_label at file_id';
const STATEMENT = 'agreement_id round side items remark person_id at';
const REVIEW = 'agreement_id round verdict remark person_id at';

interface Membership {
  readonly allianceId: string;
  readonly unitId: string;
  readonly since: Date;
  until: Date;
}

/** What the verbs of agreements write beside the agreement, as the tables would keep it. */
export class AgreementSatellites {
  private readonly versions: TableRow[] = [];
  private readonly signatures: TableRow[] = [];
  private readonly statements: TableRow[] = [];
  private readonly reviews: TableRow[] = [];
  private readonly members = new Map<string, Membership>();

  /** Answers to the statements of the verbs, by name. */
  get answers(): Answers {
    const of = (rows: readonly TableRow[], id: string) => rows.filter((row) => row['agreement_id'] === id);
    return {
      // All units of the demo world take part.
      'unit-of-agreement': () => [{ name: '', state: 'ACTIVE' }],
      'put-version': (values: Values) => keep(this.versions, rowOf(VERSION, values), ['clauses', 'changes']),
      'sign-agreement': (values: Values) => keep(this.signatures, rowOf(SIGNATURE, values)),
      'proposed-text': ([id]: [string]) => [{ clauses: of(this.versions, id).at(-1)!['clauses'] }],
      'state-fulfilment': (values: Values) => [keep(this.statements, rowOf(STATEMENT, values), ['items'])],
      'fulfilment-stated': ([id]: [string]) => {
        const round = of(this.reviews, id).length + 1;
        return of(this.statements, id).filter((row) => row['round'] === round).map(({ side }) => ({ side })); // prettier-ignore
      },
      'review-agreement': (values: Values) => keep(this.reviews, rowOf(REVIEW, values)),
      'join-alliance': ([allianceId, unitId, since, until, id]: [string, string, Date, Date, string]) => {
        this.members.set(id, { allianceId, unitId, since, until });
        return [];
      },
      'prolong-membership': ([id, until]: [string, Date]) => this.until(id, until),
      'leave-alliance': ([id, at]: [string, Date]) => {
        const { until } = this.members.get(id)!;
        return this.until(id, at < until ? at : until);
      },
      'offers-lapsing': () => [],
    };
  }

  async write(sql: Sql): Promise<void> {
    await insertRows(sql, 'agreement_version', this.versions);
    await insertRows(sql, 'agreement_signature', this.signatures);
    await insertRows(sql, 'agreement_statement', this.statements);
    await insertRows(sql, 'agreement_review', this.reviews);
    const members = [...this.members].map(([agreement_id, { allianceId, unitId, since, until }]) => ({
      ...{ alliance_id: allianceId, unit_id: unitId, agreement_id },
      term: `["${since.toISOString()}","${until.toISOString()}")`,
    }));
    await insertRows(sql, 'alliance_member', members);
  }

  private until(id: string, until: Date): [] {
    this.members.get(id)!.until = until;
    return [];
  }
}

/** Keeps a row; texts of JSON columns as what they say. */
function keep(rows: TableRow[], row: TableRow, json: readonly string[] = []): [] {
  const read = json.map((name) => [name, JSON.parse(row[name] as string) as unknown]);
  rows.push({ ...row, ...(Object.fromEntries(read) as TableRow) });
  return [];
}
