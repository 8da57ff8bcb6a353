import type { Context } from '../graphql/context.ts';
import { byKey } from './rows.ts';
import type { Shape, View } from './shape.ts';

/** A row by its key, within a value that is otherwise at hand. */
export class RowRef {
  constructor(
    readonly shape: Shape,
    readonly key: string,
  ) {}

  /** The row as the general executor reads it. */
  load(context: Context): Promise<View | null> {
    return context.load(byKey(this.shape), this.key);
  }
}
