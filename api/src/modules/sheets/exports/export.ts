import { saidAt } from '../said.ts';

/** What stands in a cell: text, or a figure to reckon with. */
export type Cell = string | number | null;

export interface Node {
  readonly [field: string]: Value;
}
export type Value = string | number | boolean | null | undefined | Node | readonly Node[];

/** What people call the value of an enum. */
export type Say = (enumName: string, value: string) => string;

/** One field of a node, as people read it. */
export interface Column {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** The way to the field: `unit.name`. */
  readonly path: string;
  shown(value: Value, say: Say): Cell;
}

/** A list that can be taken home as a workbook: a declared read, page by page, with the rights and masks of whoever asks. */
export interface Export {
  /** As in the address. */
  readonly name: string;
  readonly title: string;
  /** The field of Query that is read. */
  readonly root: string;
  /** Its filter, and the enum of its sorts. */
  readonly filter: string;
  readonly sort?: string;
  readonly columns: readonly Column[];
}

const columnOf =
  (shown: Column['shown']) =>
  (header: string, width: number, path: string): Column => ({ header, width, path, shown });

/** Text and figures as they are. */
export const plain = columnOf((value) => (typeof value === 'string' || typeof value === 'number' ? value : null));
/** A moment on the wall clock. */
export const moment = columnOf((value) => (typeof value === 'string' ? saidAt(value) : null));
export const yesNo = columnOf((value) => (value === true ? '是' : '否'));
/** The names in a list. */
export const names = columnOf((value) =>
  Array.isArray(value)
    ? (value as readonly Node[]).map(({ name }) => (typeof name === 'string' ? name : '')).join('、')
    : null,
);
/** One of an enum. */
export const choice = (enumName: string) =>
  columnOf((value, say) => (typeof value === 'string' ? say(enumName, value) : null));

/** What stands at the end of a path; undefined where the way ends before. */
export function valueAt(node: Node, path: string): Value {
  return path.split('.').reduce<Value>((value, field) => (isNode(value) ? value[field] : undefined), node);
}

const isNode = (value: Value): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The query of a page of an export, and the one that counts. */
export function queriesOf({ root, filter, sort, columns }: Export): { readonly page: string; readonly count: string } {
  const [variable, argument] = sort ? [`, $sort: ${sort}! = NEWEST`, ', sort: $sort'] : ['', ''];
  const nodes = columns.map(({ path, shown }) => selectionOf(path, shown === LIST)).join(' ');
  return {
    page: `query ($filter: ${filter}, $first: Int!, $after: String${variable}) {
      ${root}(filter: $filter, first: $first, after: $after${argument}) { pageInfo { hasNextPage endCursor } nodes { ${nodes} } } }`,
    count: `query ($filter: ${filter}) { ${root}(filter: $filter, first: 1) { totalCount } }`,
  };
}

const LIST = names('', 0, '').shown;

/** `unit.name` -> `unit { name }` */
function selectionOf(path: string, isList: boolean): string {
  const fields = isList ? [...path.split('.'), 'name'] : path.split('.');
  return fields.reduceRight((inner, field) => (inner === '' ? field : `${field} { ${inner} }`), '');
}
