import { Deviation, REFUSED, type Answer, type House, type UserError } from './house.ts';
import type { Person } from './people.ts';

/** A case as a mutation shows it. */
export interface Moved {
  readonly id: string;
  readonly state: string;
  readonly stateLabel: string;
}

export type Input = Readonly<Record<string, unknown>>;

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Acts on cases of one kind, e.g. `order`; `shown` is what is read of them after each. */
export class Cases<C extends Moved> {
  private readonly house: House;
  private readonly noun: string;
  private readonly shown: string;

  constructor(house: House, noun: string, shown: string) {
    this.house = house;
    this.noun = noun;
    this.shown = `id state stateLabel ${shown}`;
  }

  /** Takes a step that must be allowed and must lead to `state`. */
  async step(person: Person, action: string, [state, input]: readonly [string, Input]): Promise<C> {
    return (await this.told(person, action, [state, input, '__typename']))[0];
  }

  /** The same, with what else the payload tells. */
  async told(
    person: Person,
    action: string,
    [state, input, more]: readonly [string, Input, string],
  ): Promise<readonly [C, Answer]> {
    const answer = await this.act(person, action, [input, more]);
    const [refused] = answer.userErrors;
    if (refused)
      throw new Deviation(`${person.role}${person.name}的操作 ${action} 被拒绝：${refused.message}（${refused.code}）`);
    const moved = answer[this.noun] as C;
    if (moved.state !== state)
      throw new Deviation(`${action} 之后应为 ${state}，实际为 ${moved.state}（${moved.stateLabel}）`);
    return [moved, answer];
  }

  /** Takes a step that must be refused with this code. */
  async refused(person: Person, action: string, [code, input]: readonly [string, Input]): Promise<UserError> {
    const [error] = (await this.act(person, action, [input, '__typename'])).userErrors;
    if (!error) throw new Deviation(`${person.role}${person.name}的操作 ${action} 本应被拒绝，却办成了`);
    if (error.code !== code) throw new Deviation(`${action} 应以 ${code} 拒绝，实际为 ${error.code}：${error.message}`);
    return error;
  }

  /** A case as somebody reads it, with `more` of it. */
  async read<More>({ token }: Person, id: string, more: string): Promise<C & More> {
    const text = `query ($id: ID!) { ${this.noun}(id: $id) { ${this.shown} ${more} } }`;
    const found = (await this.house.ask(text, { id }, token)) as unknown as (C & More) | null;
    return found ?? Promise.reject(new Deviation(`${this.noun} ${id} 应当看得到，却没有`));
  }

  private act({ token }: Person, action: string, [input, more]: readonly [Input, string]): Promise<Answer> {
    const name = `${this.noun}${capitalised(action)}`;
    const text = `mutation ($input: ${capitalised(name)}Input!) { ${name}(input: $input) { ${this.noun} { ${this.shown} } ${more} ${REFUSED} } }`;
    return this.house.ask(text, { input }, token);
  }
}

export interface Told {
  readonly label: string;
  readonly person: string | null;
  readonly at: string;
}

/** The history of a case, oldest first, as somebody reads it. */
export async function historyOf<C extends Moved>(
  cases: Cases<C>,
  person: Person,
  id: string,
): Promise<readonly Told[]> {
  const { events } = await cases.read<{ events: readonly Told[] }>(person, id, 'events(first: 50) { label person at }');
  return events.toReversed();
}
