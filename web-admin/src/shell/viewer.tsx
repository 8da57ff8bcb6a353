import { createContext, useContext } from 'react';
import type { ShellViewerQuery } from './gql/graphql.ts';

/** Who is signed in, and as what they act. */
export type Viewer = NonNullable<ShellViewerQuery['viewer']>;
export type Post = NonNullable<Viewer['post']>;
export type Role = Post['role'];

const ViewerContext = createContext<Viewer | null>(null);
export const ViewerProvider = ViewerContext.Provider;

/** The viewer. Only below the sign-in. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('Nobody is signed in here');
  return viewer;
}

/** Does the viewer act in one of these roles? For `when` of menus. */
export const actsAs =
  (...roles: readonly Role[]) =>
  ({ post }: Viewer): boolean =>
    post !== null && post !== undefined && roles.includes(post.role);
