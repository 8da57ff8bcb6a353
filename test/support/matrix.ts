import { expect } from '@jest/globals';
import type { Case } from '../../api/src/platform/process/case.ts';
import { isAutomaticVerb, type CaseVerb } from '../../api/src/platform/process/verb.ts';
import { inTurn } from './cast.ts';
import { MatrixCase } from './matrix-case.ts';
import { KINDS_OF_PEOPLE, type MatrixWorld } from './matrix-cast.ts';
import { wellFormed, type Picks } from './matrix-inputs.ts';
import type { Shown, Somebody } from './somebody.ts';

export interface MatrixOptions {
  readonly noun: string;
  readonly id: string;
  /** Columns that must hold beside a state. */
  readonly columns?: (state: string) => Readonly<Record<string, unknown>>;
  /** Sets right what hangs on the case; called whenever it has been put into a state, again and again. */
  readonly around?: (state: string) => Promise<void>;
  readonly picks?: Picks;
  /** Values of fields, by name, where one that is merely well formed does not do. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Somebody who stands to this case as nobody of the cast does. */
  readonly also?: Readonly<Record<string, Somebody>>;
}

type Columns = Readonly<Record<string, unknown>>;

interface Stand {
  readonly who: string;
  readonly relations: ReadonlySet<string>;
  readonly visible: boolean;
}

/** How a call ended: a code, or null; faults and requests that were not understood have codes as well. */
interface Outcome {
  readonly code: string | null;
  readonly message: string | undefined;
}

const RIGHTS = ['NOT_FOUND', 'NOT_ALLOWED', 'WRONG_STATE', 'NOT_SIGNED_IN'];

/**
 * Roles × states × actions of a case at the public door. What is expected comes from the process table and the policy alone. Of those who
 * stand alike to a case one is asked, each time another: whoever is refused must leave everything as it was, whoever is admitted may be
 * refused for what they say, but not for who they are.
 */
export class Matrix {
  readonly of: Case;
  readonly case: MatrixCase;
  readonly verbs: readonly CaseVerb[];
  /** Actions that somebody was let do so far; how many of the calls were carried out. */
  readonly admitted = new Set<string>();
  readonly done = new Set<string>();
  private turn = 0;
  private readonly missing = new Map<string, Outcome>();

  constructor(
    private readonly people: MatrixWorld,
    private readonly options: MatrixOptions,
  ) {
    const { cases, verbs } = people.world.app.house;
    this.of = cases.find(({ process }) => process.noun === options.noun)!;
    this.case = new MatrixCase(people.world, this.of, options.id);
    this.verbs = verbs.filter(
      (verb): verb is CaseVerb => verb.kind === 'CASE' && verb.case === this.of && !isAutomaticVerb(verb),
    );
  }

  get states(): readonly string[] {
    return Object.keys(this.of.process.states);
  }

  /** Actions that people take. */
  get actions(): readonly string[] {
    return this.verbs.map(({ action }) => action);
  }

  /** Puts the case into a state by hand. */
  async put(state: string, more: Columns = {}): Promise<void> {
    await this.case.put(state, { ...this.options.columns?.(state), ...more });
    await this.options.around?.(state);
  }

  private async undo(state: string): Promise<void> {
    await this.case.undo();
    await this.options.around?.(state);
  }

  /** Who sees the case in a state, and what they are offered; the cheap part of it all. */
  async shownIn(state: string, more: Columns = {}): Promise<readonly Stand[]> {
    await this.put(state, more);
    const stands = await this.stands();
    await this.expectShown(state, stands);
    return stands;
  }

  /** Everything of one state. */
  async inState(state: string, more: Columns = {}): Promise<void> {
    const stands = await this.shownIn(state, more);
    await this.expectRefused(state, stands);
    await this.expectAdmitted(state, stands);
  }

  private get everybody(): Readonly<Record<string, Somebody>> {
    return { ...this.people.all, ...this.options.also };
  }

  private async stands(): Promise<Stand[]> {
    const names = [...KINDS_OF_PEOPLE, ...Object.keys(this.options.also ?? {})];
    const stands: Stand[] = [];
    await inTurn(names, async (who) => void stands.push({ who, ...(await this.case.standing(this.everybody[who]!)) }));
    return stands.toSorted((a, b) => names.indexOf(a.who) - names.indexOf(b.who));
  }

  /** What the table says of an action, for somebody who stands so. */
  private codeFor(state: string, action: string, { relations, visible }: Stand): string | null {
    if (!visible) return 'NOT_FOUND';
    const { process } = this.of;
    const lets = (who: readonly string[]) => who.some((one) => relations.has(one));
    const step = process.step(state, action);
    if (step) return lets(step.who) ? null : 'NOT_ALLOWED';
    return process.steps.some((row) => row.action === action && lets(row.who)) ? 'WRONG_STATE' : 'NOT_ALLOWED';
  }

  /** Everybody sees the case, or does not, and is offered what the table lets them do. */
  private async expectShown(state: string, stands: readonly Stand[]): Promise<void> {
    const query = `query ($id: ID!) { ${this.options.noun}(id: $id) { id viewerActions { action } } }`;
    const sure = this.verbs.filter((verb) => !verb.offered).map(({ action }) => action);
    const found: unknown[] = [];
    const meant: unknown[] = [];
    await inTurn(stands, async (stand) => {
      const shown = (await this.everybody[stand.who]!.reads(query, { id: this.options.id }))[
        this.options.noun
      ] as Shown;
      const listed = ((shown?.['viewerActions'] ?? []) as Shown[]).map(({ action }) => action as string);
      const may = stand.visible ? this.actions.filter((action) => this.codeFor(state, action, stand) === null) : [];
      found.push([stand.who, shown !== null, listed.filter((action) => sure.includes(action) || !may.includes(action)).toSorted()]); // prettier-ignore
      meant.push([stand.who, stand.visible, may.filter((action) => sure.includes(action)).toSorted()]);
    });
    expect({ state, found }).toEqual({ state, found: meant });
  }

  private async expectRefused(state: string, stands: readonly Stand[]): Promise<void> {
    const before = await this.case.kept();
    const cells = this.verbs.flatMap((verb) => {
      const byCode = Map.groupBy(stands, (stand) => this.codeFor(state, verb.action, stand));
      byCode.delete(null);
      return [...byCode].map(([code, all]) => ({ verb, code: code!, who: all[this.turn++ % all.length]!.who }));
    });
    const atDoor = state === this.states[0] ? this.verbs.map((verb) => ({ verb, code: 'NOT_SIGNED_IN', who: 'nobody' })) : []; // prettier-ignore
    const wrong: string[] = [];
    await inTurn([...cells, ...atDoor], async ({ verb, code, who }) => {
      const outcome = await this.call(who, verb);
      // A verb may have a better answer than that the moment is wrong, but only for those whose it would be.
      const better = code === 'WRONG_STATE' && verb.otherwise && !RIGHTS.includes(outcome.code ?? 'NOT_FOUND');
      if (outcome.code !== code && !better) wrong.push(`${state} ${who} ${verb.action}: ${said(outcome)}, not ${code}`);
      if (code === 'NOT_FOUND' && outcome.message !== (await this.missed(verb)).message)
        wrong.push(`${state} ${who} ${verb.action} hears that there is something: ${said(outcome)}`);
    });
    expect(wrong).toEqual([]);
    expect(await this.case.kept()).toEqual(before);
  }

  /** One of each set of relations that lets them. */
  private async expectAdmitted(state: string, stands: readonly Stand[]): Promise<void> {
    const wrong: string[] = [];
    for (const verb of this.verbs) {
      const open = stands.filter((stand) => this.codeFor(state, verb.action, stand) === null);
      for (const alike of Map.groupBy(open, ({ relations }) => [...relations].toSorted().join()).values()) {
        const { who } = alike[this.turn++ % alike.length]!;
        await this.undo(state);
        // What others did before may have changed how they stand beyond the row.
        const now = { who, ...(await this.case.standing(this.everybody[who]!)) };
        if (this.codeFor(state, verb.action, now) !== null) continue;
        const outcome = await this.call(who, verb);
        this.admitted.add(verb.action);
        if (outcome.code === null) this.done.add(verb.action);
        if (isFault(outcome)) wrong.push(`${state} ${who} ${verb.action}: ${said(outcome)}`);
      }
    }
    await this.undo(state);
    expect(wrong).toEqual([]);
  }

  private async call(who: string, verb: CaseVerb, id = this.options.id): Promise<Outcome> {
    const { noun, picks = {}, values = {} } = this.options;
    const own = Object.entries(values).filter(([name]) => name in verb.fields);
    const input = { ...wellFormed(verb, picks), ...Object.fromEntries(own), [`${noun}Id`]: id };
    const name = `${noun}${verb.action.charAt(0).toUpperCase()}${verb.action.slice(1)}`;
    const { error, answer } = await this.everybody[who]!.calls(name, input, `${noun} { id }`);
    const fault = answer.errors[0];
    if (fault)
      return {
        code: RIGHTS.includes(fault.extensions.code) ? fault.extensions.code : `FAULT ${fault.extensions.code}`,
        message: fault.message,
      };
    // Something else that was named is not there: that is content.
    const other = error?.code === 'NOT_FOUND' && error.path.at(-1) !== `${noun}Id`;
    return { code: other ? 'CONTENT_NOT_FOUND' : (error?.code ?? null), message: error?.message };
  }

  /** What is said of a case that there is not. */
  private async missed(verb: CaseVerb): Promise<Outcome> {
    const known = this.missing.get(verb.action) ?? (await this.call('supervisor', verb, NOWHERE));
    this.missing.set(verb.action, known);
    return known;
  }
}

const NOWHERE = '01900000-0000-7000-8000-000000000000';
const said = ({ code, message }: Outcome): string => `${code ?? 'done'}${message ? ` (${message})` : ''}`;
/** Refused for who they are, for the form of what the matrix sent, or not refused but broken. */
const isFault = ({ code }: Outcome): boolean =>
  code !== null && (RIGHTS.includes(code) || code.startsWith('INPUT_') || code.startsWith('FAULT '));
