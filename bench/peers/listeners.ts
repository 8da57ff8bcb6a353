// All subscribers of a contender.
import { Ear } from '../ear.ts';
import { clock, endWithParent, serve } from '../serve.ts';

interface Crowd {
  readonly ears: Ear[];
  /** Results that were heard, by everybody together, since the last `expect`. */
  heard: number;
  awaited: number;
  first: number;
  last: number;
  /** The message as the first of them got it. */
  raw: string;
  lost: string | null;
  whenAll: (() => void) | null;
}

const crowds = new Map<string, Crowd>();

const QUERY = `subscription ($after: String) { claimHall(after: $after) { kind cursor action order { id state unit { id name } } } }`;
/** Connections that are being opened at a time. */
const OPENING = 200;

interface Opening {
  readonly crowd: string;
  readonly url: string;
  readonly tickets: readonly string[];
  /** Replay from here. */
  readonly after: string | null;
  /** Results that everybody is to hear at once. */
  readonly each: number;
}

/** Connects and subscribes everybody, each by an id of its own, as clients do. */
async function open({ crowd: name, url, tickets, after, each }: Opening): Promise<void> {
  const crowd: Crowd = { ears: [], heard: 0, awaited: 0, first: 0, last: 0, raw: '', lost: null, whenAll: null };
  crowds.set(name, crowd);
  crowd.awaited = tickets.length * each;
  const { port } = new URL(url);
  let next = 0;
  const join = async () => {
    for (let index = next++; index < tickets.length; index = next++) {
      const ear = await Ear.open({
        ...{ port: Number(port), from: `127.0.0.${String(2 + (index % 8))}`, ticket: tickets[index]!, query: QUERY },
        ...{ id: `${name}-${String(index).padStart(32, '0')}`, variables: { after } },
        heard: (text) => hear(crowd, text),
        lost: (why) => void (crowd.lost ??= why),
      });
      crowd.ears.push(ear);
    }
  };
  await Promise.all(Array.from({ length: OPENING }, join));
}

function hear(crowd: Crowd, text: () => string): void {
  crowd.last = clock();
  if (crowd.heard === 0) crowd.first = crowd.last;
  if (crowd.raw === '') crowd.raw = text();
  if (++crowd.heard === crowd.awaited) crowd.whenAll?.();
}

/** From now on everybody's next message is counted. */
function expect(name: string): void {
  const crowd = crowds.get(name)!;
  crowd.heard = 0;
  crowd.awaited = crowd.ears.length;
}

/** When the first and the last had it, on the clock of the machine. */
async function all(name: string): Promise<{ first: number; last: number; heard: number }> {
  const crowd = crowds.get(name)!;
  if (crowd.heard < crowd.awaited) {
    await new Promise<void>((resolve, reject) => {
      const tell = () =>
        `${String(crowd.heard)} of ${String(crowd.awaited)} were heard; ${crowd.lost ?? 'none was lost'}`;
      const late = setTimeout(() => reject(new Error(tell())), 30_000);
      crowd.whenAll = () => (clearTimeout(late), resolve());
    });
    crowd.whenAll = null;
  }
  return { first: crowd.first, last: crowd.last, heard: crowd.heard };
}

/** The one message that all are to hear from the limit. */
const raw = (name: string) => crowds.get(name)!.raw;

/** Everybody hangs up. Returns how many results there were that nobody waited for. */
function close(name: string): number {
  const crowd = crowds.get(name)!;
  crowds.delete(name);
  crowd.ears.forEach((ear) => ear.close());
  return crowd.heard - crowd.awaited;
}

endWithParent();
serve({ open, expect, all, raw, close });
