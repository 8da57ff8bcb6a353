import { maskPhone } from '../../kernel/mask.ts';
import type { House } from '../../platform/house.ts';

/** Sends text messages. A house with a gateway brings its own. */
export interface SmsAdapter {
  /** Resolves when the gateway has taken the message; rejects when it has not. */
  send(phone: string, text: string): Promise<void>;
}

/** A message that the default adapter did not really send. */
export interface SentMessage {
  readonly phone: string;
  readonly text: string;
  /** The one-time code in it. */
  readonly code: string;
  readonly at: Date;
}

const KEPT = 50;
const KEPT_FOR = 5 * 60_000;

/** Writes messages into the log and keeps the newest for the demo's page. In memory: each process has its own. */
class LogAdapter implements SmsAdapter {
  private kept: SentMessage[] = [];

  constructor(private readonly house: House) {}

  send(phone: string, text: string): Promise<void> {
    const at = this.house.now();
    this.house.log.info({ phone: maskPhone(phone), text }, 'sms not sent: no gateway');
    if (this.house.config.demo)
      this.kept = [{ phone, text, code: /\d{6}/.exec(text)?.[0] ?? '', at }, ...this.fresh(at)].slice(0, KEPT);
    return Promise.resolve();
  }

  fresh(at: Date): SentMessage[] {
    return this.kept.filter((message) => at.getTime() - message.at.getTime() < KEPT_FOR);
  }
}

const adapters = new WeakMap<House['database'], SmsAdapter>();

/** The adapter of a house: the one it was given, or the default. */
export function smsOf(house: House): SmsAdapter {
  const adapter = adapters.get(house.database) ?? new LogAdapter(house);
  adapters.set(house.database, adapter);
  return adapter;
}

/** Gives the house a gateway. */
export function useSms(house: House, adapter: SmsAdapter): void {
  adapters.set(house.database, adapter);
}

/** What a demo house would have sent in the last five minutes, newest first. */
export function smsOutbox(house: House): readonly SentMessage[] {
  const adapter = smsOf(house);
  return adapter instanceof LogAdapter ? adapter.fresh(house.now()) : [];
}
