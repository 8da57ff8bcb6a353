import { parseInput } from '../../api/src/kernel/field.ts';
import { Refusal } from '../../api/src/kernel/refusal.ts';
import type { House } from '../../api/src/platform/house.ts';
import { openCase, stepCase } from '../../api/src/platform/process/step.ts';
import { sweep } from '../../api/src/platform/process/sweeper.ts';
import { inTransaction } from '../../api/src/platform/process/transaction.ts';
import type { CaseVerb, CreateVerb, Verb } from '../../api/src/platform/process/verb.ts';
import { memoryHouse } from '../memory/house.ts';
import { orderIn, type Store } from '../memory/store.ts';
import { viewerOf, type Figure } from '../people.seed.ts';
import { Agenda } from './agenda.ts';
import type { Cast } from './cast.ts';
import { FORMS } from './inputs.ts';
import type { Planned } from './planned.ts';

/** An act of an order by its place in the plot, or the order's clocks that ring. */
interface Entry {
  readonly planned: Planned;
  readonly act: number | 'RING';
}

/** A step that the house refused: the plot asked for something that the process does not allow. */
export interface Refused {
  readonly state: string;
  readonly action: string;
  readonly code: string;
}

/** Lets all orders happen, one act after the other, clocks included, until a moment. */
export class Director {
  readonly refused: Refused[] = [];
  private readonly agenda = new Agenda<Entry>();
  /** When the next clock of an order rings, in milliseconds. */
  private readonly awaited = new Map<Planned, number>();
  private readonly house: House;
  private readonly verbs: ReadonlyMap<string, Verb>;

  constructor(
    private readonly store: Store,
    private readonly cast: Cast,
    verbs: readonly Verb[],
  ) {
    this.house = memoryHouse(store, verbs);
    const ours = verbs.filter((verb) => verb.kind !== 'PLAIN' && verb.case.process.noun === 'order');
    this.verbs = new Map(ours.map((verb) => [verb.action, verb]));
  }

  async play(orders: readonly Planned[], until: Date): Promise<void> {
    for (const planned of orders) this.agenda.add(planned.beats[0]!.at, { planned, act: 0 });
    for (let entry = this.agenda.next(); entry && entry.at <= until; entry = this.agenda.next()) {
      this.store.now = entry.at;
      await this.happen(entry.what);
    }
    this.store.now = until;
  }

  private async happen({ planned, act }: Entry): Promise<void> {
    if (act === 'RING') await this.ring(planned);
    else if (await this.dare(planned, act)) this.announce(planned, act + 1);
    this.listen(planned);
  }

  private announce(planned: Planned, act: number): void {
    const beat = planned.beats[act];
    if (beat) this.agenda.add(beat.at, { planned, act });
  }

  /** Comes back when the next clock of the order has something to say. */
  private listen(planned: Planned): void {
    const clocks = this.store.orders.get(planned.id)?.clocks.values() ?? [];
    const times = [...clocks].flatMap(({ nextAt }) => (nextAt ? [nextAt.getTime()] : []));
    const next = Math.min(...times);
    if (times.length === 0 || this.awaited.get(planned) === next) return;
    this.awaited.set(planned, next);
    this.agenda.add(new Date(next), { planned, act: 'RING' });
  }

  private async ring(planned: Planned): Promise<void> {
    if (this.awaited.get(planned) !== this.store.now.getTime()) return;
    this.awaited.delete(planned);
    this.store.ringing = planned.id;
    await sweep(this.house);
  }

  /** A refusal ends the plot; the order stays as it was. */
  private async dare(planned: Planned, act: number): Promise<boolean> {
    const before = { ...this.store.orders.get(planned.id)?.row };
    try {
      await (act === 0 ? this.open(planned) : this.step(planned, act));
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      Object.assign(this.store.orders.get(planned.id)?.row ?? {}, before);
      const { action } = planned.beats[act]!;
      this.refused.push({ state: before.state ?? 'NONE', action, code: error.code });
      return false;
    }
  }

  private open({ id, author, asked, said }: Planned): Promise<void> {
    const verb = this.verbs.get('create') as CreateVerb;
    const input = parseInput(verb.fields, { ...asked, ...said, photos: [] });
    return inTransaction(this.house, (transaction) =>
      openCase(verb, { id, input, viewer: viewerOf(author), now: this.store.now, transaction }),
    );
  }

  private async step(planned: Planned, act: number): Promise<void> {
    const { action } = planned.beats[act]!;
    const order = orderIn(this.store, planned.id);
    const verb = this.verbs.get(action) as CaseVerb;
    const actor: Figure = this.cast.actor(action, order, planned.random);
    const next = planned.beats[act + 1]?.at ?? null;
    const form = FORMS[action]!({ planned, order, actor, next, store: this.store }, planned.random);
    const input = parseInput(verb.fields, form);
    const request = { verb, subjectId: planned.id, input, viewer: viewerOf(actor), expectedVersion: null };
    await inTransaction(this.house, (transaction) => stepCase(request, transaction));
  }
}
