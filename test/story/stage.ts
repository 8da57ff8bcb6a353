import type { House } from './house.ts';
import type { Account } from './page.ts';
import type { Told } from './cases.ts';
import type { Teller } from './tell.ts';

/** What an act plays with. */
export interface Stage {
  readonly house: House;
  readonly told: Teller;
  /** Whom the page of the demo names. */
  readonly accounts: readonly Account[];
}

const HOUR = 3_600_000;

/** An instant so many hours from now, as callers write it. */
export const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

export const spell = ({ role, name, where }: Pick<Account, 'role' | 'name' | 'where'>): string =>
  `${role}${name}（${where}）`;

const TIME = { timeZone: 'Asia/Shanghai', hour12: false } as const;

/** Prints a history as people read it. */
export function printHistory(title: string, events: readonly Told[], told: Teller): void {
  told.title(title);
  for (const { at, label, person } of events)
    console.log(`${new Date(at).toLocaleTimeString('zh-CN', TIME)}  ${label}  ${person ?? ''}`);
}
