import { helped, many, paragraph } from '../../../kernel/field.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import type { Side } from './agreement.choices.ts';
import { changesBetween, headed, type Clause } from './agreement.clauses.ts';
import { reasons } from './agreement.reasons.ts';
import type { AgreementRow } from './agreement.row.ts';
import type { Term } from './agreement.term.ts';

export const clausesField = helped(
  '每项一条：第一行写条款名称，下面写约定内容',
  many(
    paragraph('协议条款', 'One clause: its name in the first line, what is agreed below it.', { min: 4, max: 4000 }),
    { min: 1, max: 40 },
  ),
);

/** Reads clauses as they are entered. Refuses one without a name or without words, and two of one name. */
export function clausesOf(paragraphs: readonly string[]): readonly Clause[] {
  const clauses = paragraphs.map((text, index) => {
    const path = ['input', 'clauses', String(index)];
    const parts = headed(text) ?? reasons.refuse('AGREEMENT_CLAUSE_FORM', { path, values: { n: index + 1 } });
    return { title: parts.head, text: parts.body };
  });
  const titles = clauses.map(({ title }) => title);
  const twice = titles.findIndex((title, index) => titles.indexOf(title) !== index);
  if (twice >= 0)
    reasons.refuse('AGREEMENT_CLAUSE_TWICE', {
      path: ['input', 'clauses', String(twice)],
      values: { title: titles[twice]! },
    });
  return clauses;
}

const PUT = `
  INSERT INTO agreement_version (agreement_id, n, starts_on, ends_on, clauses, changes, by_side, person_id, note, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

export interface Proposal {
  readonly clauses: readonly Clause[];
  readonly term: Term;
  readonly side: Side;
  readonly personId: string | null;
  readonly note: string | null;
}

/** Keeps what one side puts before the other as the next version, beside what it changes of `row`. The first one changes nothing. */
export function putVersion(row: AgreementRow, proposal: Proposal, { later, now }: Transaction): readonly object[] {
  const { clauses, term, side, personId, note } = proposal;
  const changes = row.versionNo === 0 ? [] : changesBetween(row.clauses, clauses);
  row.versionNo += 1;
  const json = [JSON.stringify(clauses), JSON.stringify(changes)];
  const values = [row.id, row.versionNo, term.startsOn, term.endsOn, ...json, side, personId, note, now];
  later({ name: 'put-version', text: PUT, values });
  return changes;
}

/** Would nothing be different? */
export const isUnchanged = (row: AgreementRow, clauses: readonly Clause[], term: Term): boolean =>
  JSON.stringify(clauses) === JSON.stringify(ordered(row.clauses)) &&
  term.startsOn === row.startsOn &&
  term.endsOn === row.endsOn;

/** PostgreSQL keeps the keys of an object in an order of its own. */
const ordered = (clauses: readonly Clause[]) => clauses.map(({ title, text }) => ({ title, text }));

const VERSION =
  'SELECT v.clauses FROM agreement_version v JOIN agreement a ON a.id = v.agreement_id WHERE a.id = $1 AND v.n = a.amendment_no';

/** The text of a proposed amendment. */
export async function proposedText(id: string, { rows }: Transaction): Promise<readonly Clause[] | null> {
  const [found] = await rows<{ clauses: readonly Clause[] }>('proposed-text', VERSION, [id]);
  return found?.clauses ?? null;
}
