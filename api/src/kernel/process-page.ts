import { sayLimit, spellLimit, type Limit } from './limit.ts';
import { CLOCK, HELD, HOUSE, isAutomatic, SAME, targetsOf, type Process, type Span, type Step } from './process.ts';

/** What people call an action, and what it is for. */
export type ActionLabels = Readonly<Record<string, { readonly label: string; readonly about: string }>>;

/**
 * The Markdown page on which the office reads a process: diagram, table, actions and states, all printed from its table.
 * Throws a plain error when an action has no label.
 */
export function renderProcess<S extends string, W extends string, A extends string>(
  process: Process<S, W, A>,
  labels: ActionLabels,
): string {
  const read = process as unknown as Process;
  const nameless = read.actions.filter((action) => !labels[action]);
  if (nameless.length > 0) throw new Error(`Process "${read.noun}": no label for ${nameless.join(', ')}`);
  const parts = [
    `<!-- Printed from the process table: edit the table, not this page. -->`,
    `# ${plain(read.label)} (${read.noun})`,
    plain(read.about),
    `## Diagram`,
    diagram(read, labels),
    `Actions that leave the state as it is are in the table only. ⏱ marks what the clock does when the limit has run out, ⚙ what follows by itself.`,
    `## Steps`,
    table(
      ['From', 'Action', 'Who', 'Next', 'Limit'],
      read.steps.map((step) => stepCells(read, labels, step)),
    ),
    ...spans(read, labels),
    `## Actions`,
    table(
      ['Action', 'Label', 'About'],
      read.actions.map((action) => [code(action), labels[action]!.label, labels[action]!.about]),
    ),
    `## States`,
    table(
      ['State', 'Label', 'About'],
      Object.entries(read.states).map(([state, text]) => [code(state), text[0], text[1]]),
    ),
    `Begins in ${code(read.initial)}. Ends, where nobody owes anything: ${read.ends.map(code).join(', ')}.`,
    `## Who`,
    table(
      ['Who', 'Label', 'Level'],
      Object.entries(read.who).map(([who, text]) => [code(who), text[0], text[1]]),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function diagram(process: Process, labels: ActionLabels): string {
  const edges = new Map<string, Set<string>>();
  for (const step of process.steps) {
    const text = (isAutomatic(step) ? (step.who.includes(CLOCK) ? '⏱' : '⚙') : '') + labels[step.action]!.label;
    for (const from of step.from)
      for (const to of targetsOf(step, process.steps)) {
        const edge = `${from} --> ${to}`;
        edges.set(edge, (edges.get(edge) ?? new Set()).add(forMermaid(text)));
      }
  }
  const lines = [
    'stateDiagram-v2',
    ...Object.entries(process.states).map(([state, [label]]) => `state "${forMermaid(label)}" as ${state}`),
    `[*] --> ${process.initial}`,
    ...[...edges].map(([edge, texts]) => `${edge}: ${[...texts].join(' / ')}`),
    ...process.ends.map((state) => `${state} --> [*]`),
  ];
  return ['```mermaid', lines.join('\n  '), '```'].join('\n');
}

function stepCells(process: Process, labels: ActionLabels, step: Step): readonly string[] {
  const who = step.who.map((who) => AUTOMATIC[who] ?? labelled(who, process.who[who]![0]));
  return [
    statesText(process, step.from),
    labelled(step.action, labels[step.action]!.label),
    who.join('<br>'),
    nextText(process, step.to),
    step.within ? limitText(step.within) : '–',
  ];
}

function nextText(process: Process, to: string): string {
  if (to === SAME) return 'the same';
  return to === HELD ? 'the state before it was put on hold' : statesText(process, [to]);
}

/** Clocks that outlive the state in which the duty is done. */
function spans(process: Process, labels: ActionLabels): string[] {
  const beyond = process.steps.filter((step) => step.within && reachesBeyond(step, step.span));
  if (beyond.length === 0) return [];
  const rows = beyond.map((step) => [
    labelled(step.action, labels[step.action]!.label),
    limitText(step.within!),
    statesText(process, step.span.over),
    statesText(process, step.span.pausedIn) || '–',
  ]);
  return ['## Clocks that run over several states', table(['Action', 'Limit', 'Runs in', 'Stands still in'], rows)];
}

const reachesBeyond = (step: Step, span: Span<string>) =>
  span.pausedIn.length > 0 || span.over.some((state) => !step.from.includes(state));

const code = (text: string) => `\`${text}\``;
const AUTOMATIC: Readonly<Record<string, string>> = { [CLOCK]: `⏱ ${code(CLOCK)}`, [HOUSE]: `⚙ ${code(HOUSE)}` };
const labelled = (name: string, label: string) => `${code(name)} ${label}`;
const limitText = (limit: Limit) => `${sayLimit(limit)} (${code(spellLimit(limit))})`;
const statesText = (process: Process, states: readonly string[]) =>
  states.map((state) => labelled(state, process.states[state]![0])).join('<br>');

/** One paragraph: line breaks would end a heading or a cell. */
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const row = (cells: readonly string[]) => `| ${cells.map((cell) => plain(cell).replaceAll('|', '\\|')).join(' | ')} |`;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');
}

/** Mermaid reads these characters as its own; their full-width forms say the same to people. */
const forMermaid = (text: string) =>
  plain(text).replaceAll(/[":;#]/g, (mark) => ({ '"': '”', ':': '：', ';': '；', '#': '＃' })[mark]!);
