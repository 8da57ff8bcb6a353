import type { Feature, MenuEntry } from './feature.ts';
import type { Viewer } from './viewer.tsx';

const found = import.meta.glob<Record<string, Feature>>('../features/*/*.feature.tsx', { eager: true });

/** Every feature of the console, in the order of their names. */
export const features: readonly Feature[] = Object.values(found).flatMap((file) => Object.values(file));

const opens = Object.assign({}, ...features.map((feature) => feature.opens ?? {})) as NonNullable<Feature['opens']>;

/** The address of a case, or null where no feature opens its noun. */
export const linkOf = (noun: string, id: string): string | null => opens[noun]?.(id) ?? null;

/** What the menu offers to this viewer. */
export function menuFor(viewer: Viewer): readonly MenuEntry[] {
  const entries = features.flatMap((feature) => feature.menu ?? []);
  return entries.filter(({ when }) => !when || when(viewer)).toSorted((a, b) => a.order - b.order);
}
