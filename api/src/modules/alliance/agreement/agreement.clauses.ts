/** One clause of an agreement. */
export interface Clause {
  readonly title: string;
  readonly text: string;
}
