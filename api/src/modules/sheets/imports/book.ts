import { Worker } from 'node:worker_threads';
import { LIMITS } from '../sheet.limits.ts';
import { sheetReasons } from '../sheet.reasons.ts';
import type { Reading, Table, Task } from './book.worker.ts';

/** The source under jest, the compiled file in the built house. Node runs either. */
const READER = new URL(`./book.worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
/** Blank lines between and below the rows are read too, and dropped. */
const BLANKS = 15_000;

/**
 * The sheets of an upload that can be seen, as text: .xlsx, .xls, or CSV in UTF-8, UTF-16 or GB18030, told apart by content. Refuses
 * SHEET_NOT_TABLE, SHEET_TOO_MANY, and SHEET_DAMAGED for whatever cannot be read with little memory and time.
 */
export async function readBook(bytes: Buffer): Promise<readonly Table[]> {
  const { unpacked, columns, cell, rows, reading: patience } = LIMITS;
  const task: Task = { bytes: new Uint8Array(bytes), unpacked, columns, cell, mostRows: rows + BLANKS };
  const reading = await readWithin(task, patience);
  if (typeof reading !== 'string') return reading;
  return sheetReasons.refuse(reading, { values: { max: rows } });
}

async function readWithin(task: Task, patience: number): Promise<Reading> {
  const worker = new Worker(READER, {
    workerData: task,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 },
  });
  const timer = setTimeout(() => void worker.terminate(), patience);
  try {
    return await new Promise<Reading>((resolve) => {
      worker.once('message', resolve);
      worker.once('error', () => resolve('SHEET_DAMAGED'));
      worker.once('exit', () => resolve('SHEET_DAMAGED'));
    });
  } finally {
    clearTimeout(timer);
    void worker.terminate();
  }
}
