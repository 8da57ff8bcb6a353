import { defineProcess, type Process, type StepRow } from '../../api/src/kernel/process.ts';

type Row = StepRow<string, string, string>;

/** Puts one more row under the table of a process, until what it returns is called: suites of one program share the tables. */
export function addRow(process: Process, row: Row): () => void {
  const before = { ...process };
  const { steps, noun, label, about, initial, ends, waits, states, who } = process;
  const rows = steps.map(
    ({ from, action, who: by, to, within }) => [from, action, by, to, ...(within ? [within] : [])] as unknown as Row,
  );
  const spans = Object.fromEntries(steps.filter(({ within }) => within).map(({ action, span }) => [action, span]));
  const head = { noun, label, about, initial, ends, waits, states, who };
  Object.assign(process, defineProcess({ ...head, steps: [...rows, row], spans }));
  return () => void Object.assign(process, before);
}
