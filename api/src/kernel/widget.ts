/** What a form needs to draw a field: how something is typed in, or what is picked. */
export type Widget =
  // typed in
  | 'line' | 'paragraph' | 'reason' | 'name' | 'phone' | 'password' | 'code' | 'number' | 'flag' | 'choice' | 'instant' | 'date' | 'time'
  // picked from the registers
  | 'unit' | 'division' | 'category' | 'person' | 'post' | 'photos' | 'alliance' | 'body' | 'seat'
  // picked from cases, and from the parts of one
  | 'order' | 'offer' | 'need' | 'project' | 'meeting' | 'resolution' | 'topic' | 'milestone' | 'objection' | 'notice'; // prettier-ignore

/** What a field accepts: length of a text in code points, or the size of a number. */
export interface Limits {
  readonly min: number;
  readonly max: number;
}

/** How many values a list takes. */
export interface Counts {
  readonly min: number;
  readonly max: number;
}
