import { createHash } from 'node:crypto';
import { dayOf } from '../../kernel/calendar.ts';
import { closingFaults, closingReasons, isRelapse, RELAPSE_DAYS, type Closing, type ClosingFault, type Evidence } from '../../kernel/closing.ts'; // prettier-ignore
import type { Refusal } from '../../kernel/refusal.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import { nextInSeries } from './serial.ts';
import type { Transaction } from './transaction.ts';

/** A case that is to be closed off, with everything the guard asks for. */
export interface ClosingOff extends Closing {
  readonly noun: string;
  readonly subjectId: string;
  readonly round: number;
  /** The number it was closed off under before: a relapse keeps it. */
  readonly serial: string | null;
  /** Numbers count by street (or town) and year; nothing else shares them. */
  readonly streetCode: string;
}

/**
 * 销号, the one guarded transition of whatever is closed off. Returns the serial number `销610303001-2026-00042` and keeps what it was
 * closed off upon, for ever. Refuses with the first thing that is wanting (kernel/closing.ts); the table refuses the same by itself.
 */
export async function closeOff(closing: ClosingOff, viewer: Viewer, transaction: Transaction): Promise<string> {
  const [fault] = closingFaults(closing);
  if (fault) closingReasons.refuse(fault);
  const serial = closing.serial ?? (await newSerial(closing.streetCode, transaction));
  transaction.later(
    { name: 'close-off', text: CLOSE, values: valuesOf(closing, serial, viewer, transaction) },
    refusalOf,
  );
  return serial;
}

async function newSerial(streetCode: string, transaction: Transaction): Promise<string> {
  const year = dayOf(transaction.now).slice(0, 4);
  const street = streetCode.slice(0, 9);
  const count = await nextInSeries(transaction, `clear:${street}:${year}`);
  return `销${street}-${year}-${String(count).padStart(5, '0')}`;
}

const CLOSE = `
  INSERT INTO closing (noun, subject_id, round, serial, result, evidence, executor_id, executor_unit_ids, checker_id, checker_unit_ids, voice,
    notice_given, no_notice_reason, closed_by, at)
  VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8::uuid[], $9, $10::uuid[], $11, $12, $13, $14, $15)`;

function valuesOf(closing: ClosingOff, serial: string, viewer: Viewer, { now }: Transaction): unknown[] {
  const { noun, subjectId, round, result, evidence, executor, checker, voice, notice } = closing;
  return [
    ...[noun, subjectId, round, serial, result, JSON.stringify(evidence.map(hashed))],
    ...[executor!.personId, executor!.unitIds, checker!.personId, checker!.unitIds, voice],
    ...[notice.given, notice.given ? null : notice.reason, viewer.personId, now],
  ];
}

/** Every piece has a digest, so that nobody can change afterwards what a case was closed off upon. */
const hashed = (piece: Evidence): Evidence & { readonly sha256: string } =>
  'text' in piece ? { ...piece, sha256: createHash('sha256').update(piece.text).digest('hex') } : piece;

/** The constraints of the table are called like the faults. */
function refusalOf(error: unknown): Refusal | null {
  const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint).toUpperCase() : '';
  return constraint in closingReasons.sentences ? closingReasons.refusal(constraint as ClosingFault) : null;
}

/** What of a row a relapse begins anew. */
export interface Relapsing {
  round: number;
  clearedAt?: Date | null;
}

/** 反弹: the same number, one round more. Refuses when the window has passed. */
export function relapse(row: Relapsing, now: Date): void {
  if (!isRelapse(row.clearedAt!, now))
    closingReasons.refuse('CLOSING_RELAPSE_LATE', { values: { days: RELAPSE_DAYS } });
  row.round += 1;
  row.clearedAt = null;
}
