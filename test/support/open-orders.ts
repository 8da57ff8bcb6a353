import { randomUUID } from 'node:crypto';
import type { Agent } from 'node:http';
import { callOrder } from './caller.ts';
import { APPROVAL, REQUEST } from './order-world.ts';
import type { Somebody } from './somebody.ts';

export interface Openers {
  readonly resident: Somebody;
  readonly reviewer: Somebody;
  readonly agent: Agent;
  /** The review of the n-th order; published to everybody unless told otherwise. */
  readonly approval?: (index: number) => object;
  readonly request?: object;
}

/** Orders that wait to be claimed, ten at a time through the public door. */
export async function openOrders(count: number, openers: Openers): Promise<string[]> {
  const { resident, reviewer, agent, approval = () => APPROVAL, request = {} } = openers;
  const ids: string[] = [];
  const insist = async (by: Somebody, name: string, input: object): Promise<string> => {
    const { shown, error } = await callOrder(by, name, input, { agent });
    if (!shown) throw new Error(`${name}: ${JSON.stringify(error)}`);
    return shown['id'] as string;
  };
  const one = async (index: number) => {
    const orderId = await insist(resident, 'orderCreate', { ...REQUEST, ...request, idempotencyKey: randomUUID() });
    await insist(resident, 'orderSubmit', { orderId });
    await insist(reviewer, 'orderApprove', { orderId, ...approval(index) });
    ids.push(orderId);
  };
  const all = Array.from({ length: count }, (_, index) => index);
  while (all.length > 0) await Promise.all(all.splice(0, 10).map(one));
  return ids;
}
