import type { Table } from './statistics.ts';

interface Node {
  readonly id: number;
  readonly children?: readonly number[];
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
}

export interface CpuProfile {
  readonly nodes: readonly Node[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Where the server spent its own time, most first; idle time left out. */
export function profileTable(part: string, { nodes, samples, timeDeltas }: CpuProfile, rows: number): Table {
  const stacks = stacksOf(nodes);
  const [functions, within, packages] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  let busy = 0;
  samples.forEach((id, index) => {
    const stack = stacks.get(id)!;
    if (stack.self.startsWith('(idle)')) return;
    const spent = timeDeltas[index]!;
    busy += spent;
    add(functions, stack.self, spent);
    add(packages, stack.owner, spent);
    for (const frame of stack.frames)
      if (/ (api\/|@apollo|@mikro-orm|type-graphql)/.test(frame)) add(within, frame, spent);
  });
  const top = (all: Map<string, number>, kind: string) =>
    [...all]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, rows)
      .map(([name, spent]) => [kind, name, `${((spent / busy) * 100).toFixed(1)} %`]);
  return {
    title: `Where the server spends its time: ${part}`,
    about: 'Self time by function and by package, and time with everything called; without idle time.',
    head: ['', 'where', 'share of the busy time'],
    rows: [...top(functions, 'self'), ...top(packages, 'package'), ...top(within, 'with callees')],
  };
}

interface Stack {
  readonly self: string;
  /** The package whose code it is. */
  readonly owner: string;
  /** Itself and its callers, each once. */
  readonly frames: ReadonlySet<string>;
}

function stacksOf(nodes: readonly Node[]): Map<number, Stack> {
  const stacks = new Map<number, Stack>();
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  // A parent comes before its children.
  for (const { id, callFrame } of nodes) {
    const { functionName, url, lineNumber } = callFrame;
    const where = placeOf(url);
    const self = `${functionName || '(anonymous)'} ${where}:${String(lineNumber + 1)}`;
    const callers = stacks.get(parents.get(id) ?? 0)?.frames ?? [];
    const owner = where
      .split('/')
      .slice(0, where.startsWith('@') ? 2 : 1)
      .join('/');
    stacks.set(id, { self, owner, frames: new Set([...callers, self]) });
  }
  return stacks;
}

function placeOf(url: string): string {
  if (url === '') return '(engine)';
  const path = url.replace(/^.*\/node_modules\//, '').replace(/^.*\/dist\/api\/src\//, 'api/');
  return path.replace(/^node:/, 'node:');
}

const add = (to: Map<string, number>, key: string, value: number) => to.set(key, (to.get(key) ?? 0) + value);
