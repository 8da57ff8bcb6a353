import { randomUUID } from 'node:crypto';
import { callOrder, keepAlive, post } from './caller.ts';
import { SEAL_KEY } from './claim-race.ts';
import { Follower } from './follower.ts';
import { endAllHouses, HouseProcess } from './house-process.ts';
import { openOrders, type Openers } from './open-orders.ts';
import { Client, type Message } from './socket.ts';
import type { Shown, Somebody } from './somebody.ts';
import { COMMUNITY, STREET, World } from './world.ts';

/** How many subscriptions a socket that does not read has: as many as it may. */
export const SUBSCRIPTIONS = 10;

/** A house in a process of its own, and whoever listens in its claim hall. */
export class HallHouse {
  readonly agent = keepAlive(64);
  private readonly followers: Follower[] = [];
  private readonly clients: Client[] = [];

  private constructor(
    readonly world: World,
    readonly house: HouseProcess,
    readonly resident: Somebody,
    readonly reviewer: Somebody,
  ) {}

  static async open(): Promise<HallHouse> {
    const world = await World.open({ nodes: 0, config: { SEAL_KEY } });
    const ahead = world.now().getTime() - Date.now();
    const house = await HouseProcess.start({ databaseUrl: world.databaseUrl, sealKey: SEAL_KEY, ahead });
    const [resident, reviewer] = await world.people([
      ['RESIDENT', COMMUNITY],
      ['STREET_REVIEWER', STREET],
    ]);
    return new HallHouse(world, house, resident!.at(house.url), reviewer!.at(house.url));
  }

  async liaisons(unit: string, count: number): Promise<Somebody[]> {
    const people = await this.world.people(Array.from({ length: count }, () => ['UNIT_LIAISON', unit] as const));
    return people.map((somebody) => somebody.at(this.house.url));
  }

  follow(by: Somebody, after: string, shown: string): Follower {
    const { agent, house } = this;
    const follower = new Follower({ by, field: 'claimHall', url: () => house.url, agent, after, shown });
    this.followers.push(follower);
    return follower;
  }

  /** A socket whose client stops reading once it has subscribed. */
  async deaf(by: Somebody, after: string, shown: string): Promise<Client> {
    const query = 'mutation { sessionTicket { ticket { ticket } userErrors { code } } }';
    const { data } = await post(this.house.url, by.who, { query }, this.agent);
    const client = new Client(`${this.house.url.replace('http', 'ws')}/graphql`);
    this.clients.push(client);
    await client.signIn(data!['sessionTicket'].ticket.ticket as string);
    const subscription = `subscription ($after: String) { claimHall(after: $after) { ${shown} } }`;
    for (let id = 1; id <= SUBSCRIPTIONS; id += 1) client.subscribe(String(id), subscription, { after });
    client.socket.pause();
    return client;
  }

  async does(by: Somebody, name: string, input: object): Promise<void> {
    const { error } = await callOrder(by, name, input, { agent: this.agent });
    if (error) throw new Error(`${name}: ${JSON.stringify(error)}`);
  }

  /** Orders that wait to be claimed. */
  opens(count: number, more: Pick<Openers, 'approval' | 'request'> = {}): Promise<string[]> {
    const { resident, reviewer, agent } = this;
    return openOrders(count, { resident, reviewer, agent, ...more });
  }

  /** The unit of the liaison claims the order and begins. */
  async takes(by: Somebody, orderId: string): Promise<void> {
    const at = this.world.now().getTime();
    const plan = { plannedStart: new Date(at + 3_600_000), plannedFinish: new Date(at + 20 * 3_600_000) };
    await this.does(by, 'orderClaim', { orderId, ...plan, idempotencyKey: randomUUID() });
    await this.does(by, 'orderStart', { orderId, contactedAt: this.world.now(), contactedHow: '电话' });
  }

  async close(): Promise<void> {
    this.clients.forEach(({ socket }) => socket.terminate());
    await Promise.all(this.followers.map((follower) => follower.close()));
    this.agent.destroy();
    await endAllHouses();
    await this.world.close();
  }
}

/** The notices of the claim hall among the messages that a client heard. */
export function noticesOf(client: Client): Shown[] {
  const noticeOf = ({ payload }: Message) => (payload as unknown as { data: Shown }).data['claimHall'] as Shown;
  return client.of('next').map(noticeOf);
}
