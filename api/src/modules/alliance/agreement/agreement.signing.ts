import { id, many } from '../../../kernel/field.ts';
import { ROLES, type Viewer } from '../../../kernel/viewer.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { attachFiles } from '../../files/index.ts';
import { agreementPaper, type Paper, type Side } from './agreement.choices.ts';
import { sideOf } from './agreement.policy.ts';
import { reasons } from './agreement.reasons.ts';
import type { AgreementRow } from './agreement.row.ts';
import type { Term } from './agreement.term.ts';

export const scanField = many(id('签署页扫描件', 'A scan of the signed page.', 'photos'), { max: 1 });

const SIGN = `
  INSERT INTO agreement_signature (agreement_id, revision, side, paper, version_n, starts_on, ends_on, person_id, post_label, at, file_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

export interface Signing {
  readonly paper: Paper;
  /** The version that is signed, and the term. */
  readonly n: number;
  readonly term: Term;
  readonly scan: readonly string[];
  readonly viewer: Viewer;
}

/** Sets the name of the viewer's side under the paper that lies there. Refuses whoever has signed it for the other side. */
export async function sign(row: AgreementRow, signing: Signing, transaction: Transaction): Promise<Side> {
  const { paper, n, term, scan, viewer } = signing;
  const side = sideOf(row, viewer);
  const personId = viewer.personId!;
  const { scopeName, role } = viewer.post!;
  const postLabel = `${scopeName} ${ROLES[role].label}`;
  const values = [row.id, row.revision, side, paper, n, term.startsOn, term.endsOn, personId, postLabel];
  await attachFiles(transaction, { ids: scan, noun: 'agreement', subjectId: row.id, purpose: 'EVIDENCE', personId });
  transaction.later(
    { name: 'sign-agreement', text: SIGN, values: [...values, transaction.now, scan[0] ?? null] },
    twice,
  );
  return side;
}

// The database is the proof that nobody signs for both.
const twice = (error: Error) =>
  'constraint' in error && error.constraint === 'agreement_signature_agreement_id_revision_person_id_key'
    ? reasons.refusal('AGREEMENT_SIGNED_BY_YOU')
    : null;

/** Lays out a new paper. One at a time: what waits for an answer must be answered first. */
export function layOut(row: AgreementRow): void {
  const pending = row.amendmentSide ? 'AMENDMENT' : row.renewalSide ? 'RENEWAL' : null;
  if (pending) reasons.refuse('AGREEMENT_PAPER_PENDING', { values: { paper: agreementPaper.label(pending) } });
  row.revision += 1;
}
