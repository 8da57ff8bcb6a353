import { randomUUID } from 'node:crypto';
import type { Agent } from 'node:http';
import { callOrder, NoAnswer, type Called } from './caller.ts';
import type { Attempt } from './history.ts';
import { APPROVAL, REQUEST } from './order-world.ts';
import type { Somebody } from './somebody.ts';

export interface LoadPeople {
  readonly residents: readonly Somebody[];
  readonly reviewer: Somebody;
  readonly liaisons: readonly Somebody[];
  /** How their units are called. */
  readonly names: ReadonlyMap<string, string>;
}

/** One call that was answered, to be sent again. */
export interface Keyed {
  readonly by: Somebody;
  readonly name: string;
  readonly input: object;
  readonly orderId: string;
}

/** Clients that go on whatever happens to the server: an unanswered call is sent again, with the same key, until it is answered. */
export class CrashLoad {
  /** Orders whose creation was acknowledged. */
  readonly orders: string[] = [];
  readonly history: Attempt[] = [];
  readonly keyed: Keyed[] = [];
  /** Answers that no client should get. */
  readonly strange: unknown[] = [];
  /** Calls without an answer, and those of them that are known to have happened. */
  unanswered = 0;
  happened = 0;
  private open = true;
  private readonly work: Promise<unknown>;

  constructor(
    private readonly people: LoadPeople,
    private readonly url: () => string,
    private readonly agent: Agent,
    private readonly now: () => Date,
  ) {
    this.work = Promise.all(people.residents.map((resident) => this.lead(resident)));
  }

  /** Lets every order that was begun come to its claim. */
  async end(): Promise<void> {
    this.open = false;
    await this.work;
  }

  private async lead(resident: Somebody): Promise<void> {
    while (this.open) await this.oneOrder(resident);
  }

  private async oneOrder(resident: Somebody): Promise<void> {
    const request = { ...REQUEST, idempotencyKey: randomUUID() };
    const created = await this.insist(resident, 'orderCreate', request);
    const orderId = created.shown?.['id'] as string | undefined;
    if (!orderId) return void this.strange.push(created.error);
    this.orders.push(orderId);
    this.keyed.push({ by: resident, name: 'orderCreate', input: request, orderId });
    await this.step(resident, 'orderSubmit', { orderId }, 'SUBMITTED');
    await this.step(this.people.reviewer, 'orderApprove', { orderId, ...APPROVAL }, 'OPEN');
    await Promise.all(this.people.liaisons.map((liaison) => this.claim(liaison, orderId)));
  }

  /** A step without a key: tried again after it had happened, it is refused with the state to which it led. */
  private async step(by: Somebody, name: string, input: object, leadsTo: string): Promise<void> {
    const { error, tries } = await this.insist(by, name, input);
    const happened = tries > 1 && error?.code === 'WRONG_STATE' && error.standing?.state === leadsTo;
    if (happened) this.happened += 1;
    else if (error) this.strange.push({ name, error });
  }

  private async claim(liaison: Somebody, order: string): Promise<void> {
    const start = this.now().getTime();
    const plan = { plannedStart: new Date(start + 3_600_000), plannedFinish: new Date(start + 20 * 3_600_000) };
    const input = { orderId: order, ...plan, idempotencyKey: randomUUID() };
    const what = { claim: liaison.who.scope };
    let call = performance.now();
    const { error } = await this.insist(liaison, 'orderClaim', input, () => {
      this.history.push({ order, call, ret: Infinity, what, answer: { kind: 'unknown' } });
      call = performance.now();
    });
    const ret = performance.now();
    if (!error) this.keyed.push({ by: liaison, name: 'orderClaim', input, orderId: order });
    else if (error.code !== 'ORDER_ALREADY_CLAIMED') this.strange.push({ name: 'orderClaim', error });
    const lost = { kind: 'lost', to: this.unitCalled(error?.standing?.holder ?? '') } as const;
    this.history.push({ order, call, ret, what, answer: error ? lost : { kind: 'won' } });
  }

  private unitCalled(name: string): string | null {
    return this.people.liaisons.find(({ who }) => name === this.people.names.get(who.scope))?.who.scope ?? null;
  }

  private async insist(
    by: Somebody,
    name: string,
    input: object,
    failed = () => {},
  ): Promise<Called & { tries: number }> {
    for (let tries = 1; ; tries += 1) {
      try {
        const called = await callOrder({ url: this.url(), who: by.who }, name, input, { agent: this.agent });
        return { ...called, tries };
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        this.unanswered += 1;
        failed();
        await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 80));
      }
    }
  }
}
