import type { Child } from './child.ts';
import type { Setting } from './claims.ts';
import { Crowd, liaisons, settleDown, ticketsOf, type Target } from './feed.crowd.ts';
import { short, whole, type Table } from './statistics.ts';

const [WARM, CALM] = [300, 4000];
const UNITS = 20;

/** Memory that subscribers cost who only listen: what the process grew by, garbage of their arrival included. */
export async function idleTable(
  setting: Setting,
  listeners: Child,
  targets: readonly (readonly [name: string, target: Target])[],
): Promise<Table> {
  const many = setting.options.subscribers * 10;
  const people = await liaisons(setting, WARM + many, setting.world.units.slice(-UNITS));
  const rows: string[][] = [];
  for (const [name, target] of targets) {
    const tickets = await ticketsOf(setting, people);
    const [warm, idle] = ['warm', 'idle'].map((crowd) => new Crowd(crowd, listeners, target, async () => undefined));
    await warm!.join(tickets.slice(0, WARM));
    await warm!.leave();
    await settleDown(CALM);
    const before = await target.child.memory();
    await idle!.join(tickets.slice(WARM));
    await settleDown(CALM);
    const each = ((await target.child.memory()) - before) / many / 1000;
    await idle!.leave();
    setting.say(`  ${name}: ${short(each)} kB an idle subscriber`);
    rows.push([name, whole(before / 1e6), short(each)]);
  }
  return {
    title: 'Subscribers who only listen',
    about: `Growth of the server’s resident memory by ${whole(many)} subscribers of ${whole(UNITS)} units, divided among them. Of a fresh process, no collection of garbage forced.`,
    head: ['', 'MB before', 'kB a subscriber'],
    rows,
  };
}
