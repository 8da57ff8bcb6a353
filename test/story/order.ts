import { Deviation, REFUSED, type Answer, type House, type UserError } from './house.ts';
import type { Person } from './people.ts';

export interface Order {
  readonly id: string;
  readonly number: string | null;
  readonly state: string;
  readonly stateLabel: string;
  readonly version: number;
  readonly serial: string | null;
  readonly dueAt: string | null;
}

const SHOWN = 'order { id number state stateLabel version serial dueAt }';
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export type Input = Readonly<Record<string, unknown>>;

/** One action on orders by one person, as its mutation answers. */
export function act(house: House, { token }: Person, action: string, input: Input): Promise<Answer> {
  const name = `order${capitalised(action)}`;
  const text = `mutation ($input: ${capitalised(name)}Input!) { ${name}(input: $input) { ${SHOWN} ${REFUSED} } }`;
  return house.ask(text, { input }, token);
}

/** Takes a step that must be allowed and must lead to `state`. */
export async function step(
  house: House,
  person: Person,
  action: string,
  [state, input]: readonly [string, Input],
): Promise<Order> {
  const answer = await act(house, person, action, input);
  const [refused] = answer.userErrors;
  if (refused)
    throw new Deviation(`${person.role}${person.name}的操作 ${action} 被拒绝：${refused.message}（${refused.code}）`);
  const order = answer['order'] as Order;
  if (order.state !== state)
    throw new Deviation(`${action} 之后应为 ${state}，实际为 ${order.state}（${order.stateLabel}）`);
  return order;
}

/** Takes a step that must be refused with this code. */
export async function refused(
  house: House,
  person: Person,
  action: string,
  [code, input]: readonly [string, Input],
): Promise<UserError> {
  const [error] = (await act(house, person, action, input)).userErrors;
  if (!error) throw new Deviation(`${person.role}${person.name}的操作 ${action} 本应被拒绝，却办成了`);
  if (error.code !== code) throw new Deviation(`${action} 应以 ${code} 拒绝，实际为 ${error.code}：${error.message}`);
  return error;
}

export interface Told {
  readonly label: string;
  readonly person: string | null;
  readonly at: string;
  readonly to: string | null;
}

/** The order as somebody reads it afterwards, with its history, oldest first. */
export async function read(
  house: House,
  { token }: Person,
  id: string,
): Promise<Order & { readonly events: readonly Told[] }> {
  const text = `query ($id: ID!) { order(id: $id) { id number state stateLabel version serial dueAt events(first: 50) { label person at to } } }`;
  const order = (await house.ask(text, { id }, token)) as unknown as Order & { events: Told[] };
  return { ...order, events: order.events.toReversed() };
}
