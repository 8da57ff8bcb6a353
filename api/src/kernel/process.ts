import type { Limit } from './limit.ts';

/** The actor of a step that fires by itself when its limit has run out. */
export const CLOCK = 'CLOCK';
/** The actor of a step that is a mere consequence of another one: nobody calls it, and no limit runs. */
export const HOUSE = 'HOUSE';
/** The step leaves the case in the state it is in. */
export const SAME = 'SAME';
/** The step returns the case to the state it was in before it was put on hold. */
export const HELD = 'HELD';

/** Where a duty lies; a missed limit goes one level up (小事不出网格、大事不出社区). */
export type DutyLevel = 'person' | 'unit' | 'grid' | 'community' | 'street' | 'district';

/** One row of the table: from which states, by which action, who may, where to, within which limit. */
export type StepRow<S extends string, W extends string, A extends string> = readonly [
  from: S | readonly S[],
  action: A,
  who: W | typeof CLOCK | typeof HOUSE | readonly W[],
  to: S | typeof SAME | typeof HELD,
  within?: Limit,
];

/** A duty whose clock outlives one state: it runs over several and stands still in others. */
export interface Span<S extends string> {
  readonly over: readonly S[];
  readonly pausedIn: readonly S[];
}

export interface ProcessTable<S extends string, W extends string, A extends string> {
  /** English noun of the glossary in lower case; prefix of mutations. */
  readonly noun: string;
  readonly label: string;
  readonly about: string;
  readonly initial: NoInfer<S>;
  /** States in which nobody owes anything. */
  readonly ends: readonly NoInfer<S>[];
  /** States in which the house waits for the resident: clocks run, but nobody in the house is late, so no light is shown. */
  readonly waits?: readonly NoInfer<S>[];
  readonly states: Readonly<Record<S, readonly [label: string, about: string]>>;
  readonly who: Readonly<Record<W, readonly [label: string, level: DutyLevel]>>;
  readonly steps: readonly StepRow<NoInfer<S>, NoInfer<W>, A>[];
  readonly spans?: Partial<Record<NoInfer<A>, Span<NoInfer<S>>>>;
}

export interface Step<S extends string = string, W extends string = string, A extends string = string> {
  readonly from: readonly S[];
  readonly action: A;
  readonly who: readonly (W | typeof CLOCK | typeof HOUSE)[];
  readonly to: S | typeof SAME | typeof HELD;
  readonly within: Limit | null;
  /** States in which the clock of this step runs, and in which it stands still. */
  readonly span: Span<S>;
}

export interface Process<S extends string = string, W extends string = string, A extends string = string> {
  readonly noun: string;
  readonly label: string;
  readonly about: string;
  readonly initial: S;
  readonly ends: readonly S[];
  readonly waits: readonly S[];
  readonly states: Readonly<Record<S, readonly [label: string, about: string]>>;
  readonly who: Readonly<Record<W, readonly [label: string, level: DutyLevel]>>;
  readonly steps: readonly Step<S, W, A>[];
  readonly actions: readonly A[];
  /** The one step by which `action` leaves `state`, if there is one. */
  step(state: S, action: A): Step<S, W, A> | null;
  /** What somebody standing in these relations may do now. */
  actionsFor(state: S, relations: ReadonlySet<string>): readonly A[];
}

export type StateOf<P> = P extends Process<infer S, string, string> ? S : never;
export type RelationOf<P> = P extends Process<string, infer W, string> ? W : never;
export type ActionOf<P> = P extends Process<string, string, infer A> ? A : never;

/** Builds a process from its table. Throws, naming every fault, when the table is not sound: a fault stops the start. */
export function defineProcess<const S extends string, const W extends string, const A extends string>(
  table: ProcessTable<S, W, A>,
): Process<S, W, A> {
  const steps = table.steps.map((row) => stepOf(row, table.spans ?? {}));
  const faults = faultsOf(table, steps);
  if (faults.length > 0) throw new Error(`Process "${table.noun}": ${faults.join('; ')}`);

  const byStateAndAction = new Map<string, Step<S, W, A>>();
  for (const step of steps) for (const state of step.from) byStateAndAction.set(`${state} ${step.action}`, step);
  const { noun, label, about, initial, ends, states, who } = table;
  return {
    ...{ noun, label, about, initial, ends, waits: table.waits ?? [], states, who, steps },
    actions: [...new Set(steps.map((step) => step.action))],
    step: (state, action) => byStateAndAction.get(`${state} ${action}`) ?? null,
    actionsFor: (state, relations) =>
      steps
        .filter((step) => step.from.includes(state) && step.who.some((relation) => relations.has(relation)))
        .map((step) => step.action),
  };
}

const listOf = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [value as T];

function stepOf<S extends string, W extends string, A extends string>(
  [from, action, who, to, within]: StepRow<S, W, A>,
  spans: Partial<Record<A, Span<S>>>,
): Step<S, W, A> {
  const states = listOf<S>(from);
  return {
    from: states,
    action,
    who: listOf<W | typeof CLOCK | typeof HOUSE>(who),
    to,
    within: within ?? null,
    span: spans[action] ?? { over: states, pausedIn: [] },
  };
}

type AnyTable = ProcessTable<string, string, string>;

function faultsOf<S extends string, W extends string, A extends string>(
  given: ProcessTable<S, W, A>,
  givenSteps: readonly Step<S, W, A>[],
): string[] {
  const table = given as unknown as AnyTable;
  const steps = givenSteps as unknown as readonly Step[];
  return [
    ...twinRows(steps),
    ...clockFaults(table, steps),
    ...houseFaults(steps),
    ...spanFaults(table, steps),
    ...lostStates(table, steps),
    ...deadEnds(table, steps),
  ];
}

function twinRows(steps: readonly Step[]): string[] {
  const pairs = steps.flatMap((step) => step.from.map((state) => `${step.action} in ${state}`));
  return pairs.filter((pair, index) => pairs.indexOf(pair) !== index).map((pair) => `two rows for ${pair}`);
}

function clockFaults(table: AnyTable, steps: readonly Step[]): string[] {
  const byClock = steps.filter((step) => step.who.includes(CLOCK));
  const mixed = byClock.filter((step) => step.who.length > 1);
  const endless = byClock.filter((step) => !step.within);
  const twins = Object.keys(table.states).filter(
    (state) => byClock.filter((step) => step.from.includes(state)).length > 1,
  );
  return [
    ...mixed.map(({ action }) => `${action} belongs to a person and to the clock`),
    ...endless.map(({ action }) => `${action} belongs to the clock but has no limit`),
    ...twins.map((state) => `${state} has two clock rows`),
  ];
}

function houseFaults(steps: readonly Step[]): string[] {
  const ofHouse = steps.filter((step) => step.who.includes(HOUSE));
  return [
    ...ofHouse
      .filter((step) => step.who.length > 1)
      .map(({ action }) => `${action} belongs to a person and to the house`),
    ...ofHouse.filter((step) => step.within).map(({ action }) => `${action} belongs to the house but has a limit`),
  ];
}

/** Is this step taken by nobody who calls: by the clock, or as a consequence? */
export const isAutomatic = (step: Step): boolean => step.who.includes(CLOCK) || step.who.includes(HOUSE);

function spanFaults(table: AnyTable, steps: readonly Step[]): string[] {
  return Object.entries(table.spans ?? {}).flatMap(([action, span]) => {
    const own = steps.filter((step) => step.action === action);
    if (own.every((step) => !step.within)) return [`span of ${action}, which has no limit`];
    const outside = own.flatMap((step) => step.from).filter((state) => !span!.over.includes(state));
    const torn = span!.over.filter((state) => span!.pausedIn.includes(state));
    return [
      ...outside.map((state) => `span of ${action} leaves out ${state}, where the duty is done`),
      ...torn.map((state) => `span of ${action} runs and stands still in ${state}`),
    ];
  });
}

/** Where a step can lead. A held case can return to any state that some step puts on hold. */
export function targetsOf(step: Step, steps: readonly Step[]): readonly string[] {
  if (step.to === SAME) return [];
  if (step.to !== HELD) return [step.to];
  return steps.filter((other) => step.from.includes(other.to)).flatMap((other) => other.from);
}

function reach(starts: readonly string[], edges: readonly (readonly [string, string])[]): Set<string> {
  const reached = new Set(starts);
  const queue = [...starts];
  for (let state = queue.pop(); state !== undefined; state = queue.pop())
    for (const [from, to] of edges)
      if (from === state && !reached.has(to)) {
        reached.add(to);
        queue.push(to);
      }
  return reached;
}

const edgesOf = (steps: readonly Step[]) =>
  steps.flatMap((step) => step.from.flatMap((from) => targetsOf(step, steps).map((to) => [from, to] as const)));

const statesNotIn = (found: ReadonlySet<string>, table: AnyTable) =>
  Object.keys(table.states).filter((state) => !found.has(state));

function lostStates(table: AnyTable, steps: readonly Step[]): string[] {
  const lost = statesNotIn(reach([table.initial], edgesOf(steps)), table);
  return lost.map((state) => `no path leads from ${table.initial} to ${state}`);
}

function deadEnds(table: AnyTable, steps: readonly Step[]): string[] {
  const backwards = edgesOf(steps).map(([from, to]) => [to, from] as const);
  return statesNotIn(reach(table.ends, backwards), table).map((state) => `no path leads from ${state} to an end`);
}
