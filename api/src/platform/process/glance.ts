import { isId, parseInput } from '../../kernel/field.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import type { House } from '../house.ts';
import type { CaseRow } from './case.ts';
import { isKnownKey } from './idempotency.ts';
import type { Call } from './outcome.ts';
import { admitted } from './step.ts';
import type { Transaction } from './transaction.ts';
import { nameOf, type CaseVerb } from './verb.ts';

interface Caller {
  readonly house: House;
  readonly viewer: Viewer;
}

/**
 * Turns away whoever comes too late for a contended step (one with `otherwise`) before they get in line: a hundred units that
 * want one order would else wait for its row lock one after the other, only to hear that it is gone. Reads what is committed,
 * without a lock; whoever is not too late, or repeats a call that was done, goes on to the transaction, which decides.
 */
export async function refuseLate(verb: CaseVerb, call: Call, { house, viewer }: Caller): Promise<void> {
  const id = call.subjectId!;
  if (!verb.otherwise || viewer.kind !== 'PERSON' || !isId(id)) return;
  const reading = await readingOf(house);
  const of = verb.case;
  const row = await reading.em.findOne<CaseRow>(of.row, { id });
  if (!row || of.process.step(row.state, verb.action) || (await wasDone(verb, call, viewer, reading))) return;
  const links = await of.policy.links(row, viewer, reading);
  const input = parseInput(verb.fields, call.input);
  const request = { verb, subjectId: id, input, viewer, expectedVersion: call.expectedVersion };
  if (of.policy.visible(row, viewer, links)) await admitted(request, row, links, reading);
}

/** Does the caller repeat a call that was done? */
async function wasDone(verb: CaseVerb, call: Call, viewer: Viewer, reading: Transaction): Promise<boolean> {
  return verb.keyed && (await isKnownKey(nameOf(verb), call, viewer, reading));
}

/** Single statements outside any transaction, in the form in which policies and verbs read. */
async function readingOf(house: House): Promise<Transaction> {
  const { database } = house;
  const em = database.orm.em.fork();
  return {
    house,
    em,
    now: house.now(),
    calendar: await house.calendar(),
    rows: (name, text, values = []) => database.query(name, text, values),
  };
}
