import { v7 } from 'uuid';

/** Numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

/** Mulberry32: a small generator whose numbers follow from the seed, so that every demo world is the same. */
export function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `low` to `high`, both included. */
export const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/** One of several. */
export const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)]!;

/** `count` of several, none twice, in the order in which they were given; all of them when there are fewer. */
export function pickSome<T>(random: Random, items: readonly T[], count: number): T[] {
  const places = items.map((_, index) => index);
  const chosen = Array.from(
    { length: Math.min(count, places.length) },
    () => places.splice(Math.floor(random() * places.length), 1)[0]!,
  );
  return chosen.sort((a, b) => a - b).map((index) => items[index]!);
}

/** A UUIDv7 that follows from the generator. */
export function uuidOf(random: Random, at: Date): string {
  return v7({ msecs: at.getTime(), random: Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256)) });
}
