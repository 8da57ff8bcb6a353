import type { ComponentType, ReactNode } from 'react';
import type { Viewer } from './viewer.tsx';

/** Under which heading of the menu a feature stands. */
export type Group = 'today' | 'orders' | 'meetings' | 'alliance' | 'posts' | 'district' | 'admin';

export interface MenuEntry {
  readonly label: string;
  readonly icon: ReactNode;
  readonly group: Group;
  /** Place within the group, lowest first. */
  readonly order: number;
  /** Address below `/console`. */
  readonly to: string;
  readonly when?: (viewer: Viewer) => boolean;
}

/** A file that holds a page exports it as `Page`. */
export interface PageModule {
  readonly Page: ComponentType;
}

export interface Route {
  /** Below `/console`, as react-router writes it: `/orders/:id`. */
  readonly path: string;
  readonly load: () => Promise<PageModule>;
}

/** One thing that people do with the console. Files `features/<name>/<name>.feature.tsx` are found, never listed. */
export interface Feature {
  readonly name: string;
  readonly menu?: readonly MenuEntry[];
  readonly routes: readonly Route[];
  /** Where a case of a noun is opened: noun -> address below `/console`. */
  readonly opens?: Readonly<Record<string, (id: string) => string>>;
  /** Stands in the header of every page, e.g. the search. */
  readonly header?: ComponentType;
}

export const defineFeature = (feature: Feature): Feature => feature;
