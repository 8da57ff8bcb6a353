import type { Child } from './child.ts';
import type { Setting } from './claims.ts';
import type { Target } from './feed.crowd.ts';
import { idleTable } from './feed.idle.ts';
import { pushTable, pushTo, type Pushed } from './feed.push.ts';
import { stormTable } from './feed.storm.ts';
import type { Table } from './statistics.ts';

/** Permission classes: the subscribers of a unit are one. */
const CLASSES = [1, 20];

/** One event to subscribers of one and of many classes, few and many; what they cost while nothing happens; how they come back. */
export async function measureFeed(setting: Setting, start: (script: string) => Child): Promise<Table[]> {
  const { ground, options } = setting;
  const listeners = [start('listeners'), start('listeners')] as const;
  const broadcaster = async (): Promise<Target> => {
    const child = start('broadcaster');
    return { child, url: await child.ask<string>('url') };
  };
  // Memory is that of processes in which nothing has happened yet.
  const server = await ground.startServer();
  const idle = await idleTable(setting, listeners[0], [
    ['the house', server],
    ['bare ws', await broadcaster()],
  ]);
  await server.child.stop();
  const storm = await stormTable(setting, listeners[0]);
  const pushing = { setting, listeners, broadcaster: await broadcaster() };
  const pushed: Pushed[] = [];
  for (const [times, subscribers] of [
    [options.pushes, options.subscribers],
    [Math.ceil(options.pushes / 5), options.subscribers * 10],
  ] as const)
    for (const units of CLASSES) pushed.push(await pushTo(pushing, { subscribers, units, times }));
  return [pushTable(pushed), idle, storm];
}
